package org.huzhu.ledger;

import java.util.Arrays;
import java.util.List;
import org.huzhu.ledger.Account.Kind;

/**
 * The accounts that every fund begins with (示意: the classes 1 assets, 2 liabilities, 3 net assets, 4 income and 5
 * expenses follow the accounting system for non-profit organisations, 《民间非营利组织会计制度》; the codes are ours). More can be
 * added to each fund.
 */
public enum StandardAccount {
    BANK("1002", "银行存款", Kind.ASSET),
    IN_TRANSIT("1009", "在途资金", Kind.ASSET),
    CONTRIBUTIONS_RECEIVABLE("1121", "应收会费", Kind.ASSET),
    SUBSIDIES_RECEIVABLE("1122", "应收补助", Kind.ASSET),
    BENEFITS_RECOVERABLE("1123", "应收追回互助金", Kind.ASSET),
    OTHER_FUNDS("1131", "基金往来", Kind.ASSET),
    CONTRIBUTIONS_IN_ADVANCE("2203", "预收会费", Kind.LIABILITY),
    BENEFITS_PAYABLE("2204", "应付互助金", Kind.LIABILITY),
    REFUNDS_PAYABLE("2205", "应退会费", Kind.LIABILITY),
    UNCLAIMED("2206", "待认领款项", Kind.LIABILITY),
    RESERVE("3201", "准备金", Kind.EQUITY),
    CONTRIBUTION_INCOME("4201", "会费收入", Kind.INCOME),
    SUBSIDY_INCOME("4401", "补助收入", Kind.INCOME),
    INTEREST_INCOME("4501", "利息收入", Kind.INCOME),
    BENEFIT_EXPENSE("5101", "互助金支出", Kind.EXPENSE),
    BANK_CHARGES("5301", "手续费支出", Kind.EXPENSE);

    private final String code;
    private final String title;
    private final Kind kind;

    StandardAccount(String code, String title, Kind kind) {
        this.code = code;
        this.title = title;
        this.kind = kind;
    }

    /** The account as it stands in each fund. */
    public Account account() {
        return new Account(code, title, kind);
    }

    /** The code that entries name it by. */
    public String code() {
        return code;
    }

    /** All of them, by their codes. */
    public static List<Account> chart() {
        return Arrays.stream(values()).map(StandardAccount::account).toList();
    }
}
