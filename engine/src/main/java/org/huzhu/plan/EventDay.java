package org.huzhu.plan;

/** Which day of an event counts (事件日). */
public enum EventDay {
    /** 病理报告日或入院日: the pathology report for a malignant tumour, the admission for any other disease. */
    PATHOLOGY_OR_ADMISSION,
    /** 确诊日: the first diagnosis. */
    DIAGNOSIS,
    /** 入院日: the admission to hospital. */
    ADMISSION,
    /** 事故日: the accident, even where the disability is assessed or the death occurs later. */
    ACCIDENT,
    /** 结算日: the settlement of the bill by the medical insurance. */
    SETTLEMENT,
    /** 身故日: the death. */
    DEATH,
    /** 损失日: the loss of property. */
    LOSS,
    /** 满期日: the end of the coverage period. */
    MATURITY
}
