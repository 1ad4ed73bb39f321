package org.huzhu.receipts;

/** A sum that stands on a medical receipt. */
public enum Part {
    /** 金额合计. */
    TOTAL,
    /** 医保统筹基金支付. */
    POOL,
    /** 其他支付. */
    OTHER,
    /** 个人账户支付. */
    ACCOUNT,
    /** 个人现金支付. */
    CASH,
    /** 个人自付: inside the catalogue, not paid by the pool. */
    SELF_PAID,
    /** 个人自费: outside the catalogue. */
    OWN_COST,
    /** 自付一, of Beijing: inside scope, below the deductible or a share of it. */
    SELF_PAY_ONE,
    /** 自付二, of Beijing: what the patient pays first of class-B drugs and special items. */
    SELF_PAY_TWO,
    /** 年度门诊大额支付, of Beijing. */
    LARGE_SUM
}
