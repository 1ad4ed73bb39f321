package org.huzhu.plan;

/** A part of a medical bill (费用项). Amounts are yuan to the fen, never below zero. */
public enum CostField {
    /** 总额: all that the hospital charged. */
    TOTAL,
    /** 统筹支付: paid by the pooled fund. */
    FUND_PAID,
    /** 大额支付: paid by the large-sum mutual fund. */
    LARGE_SUM_PAID,
    /** 自付一: inside the scope of the insurance and not paid by it: deductible and co-payment. */
    SELF_PAY_1,
    /** 自付二: the share of class-B drugs and special items that the patient pays first. */
    SELF_PAY_2,
    /** 自费: outside the scope of the insurance. */
    OWN_COST,
    /** 医保后自付: what the member bears inside the scope after all basic insurance, where no finer split exists. */
    SELF_PAID_AFTER_INSURANCE,
    /** 封顶线以上: inside the scope but above the ceiling of the insurance. */
    ABOVE_CEILING,
    /** 单位补充: paid by the employer's supplementary insurance. */
    EMPLOYER_SUPPLEMENT,
    /** 商业保险: paid by commercial cover. */
    COMMERCIAL,
    /** 医疗救助: paid by medical assistance. */
    MEDICAL_ASSISTANCE
}
