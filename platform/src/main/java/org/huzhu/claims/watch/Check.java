package org.huzhu.claims.watch;

/** What is looked at once more before a claim is approved (合规核对). Names are stored: never rename one. */
public enum Check {
    /** 材料齐全、看得清. */
    PAPERS,
    /** 票据与事实相符，没有重复. */
    RECEIPTS,
    /** 收款卡是会员本人的. */
    PAYEE,
    /** 提示都看过，有解释. */
    FLAGS
}
