package org.huzhu.contributions;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets all rows of this room follow the organisation whose they are. */
@Repository
class JdbcPaths {

    private static final String MOVED = """
            path = house.moved(path, cast(:from as ltree), cast(:to as ltree))
            where path <@ cast(:from as ltree) and""" + Desk.IN;

    private static final String SPLIT = "update contributions.split set " + MOVED;
    private static final String SPLIT_SHARE = "update contributions.split_share set " + MOVED;
    private static final String SUBSIDY = "update contributions.subsidy set " + MOVED;
    private static final String SUBSIDY_USE = "update contributions.subsidy_use set " + MOVED;
    private static final String BILLING = "update contributions.billing set " + MOVED;
    private static final String BILLING_LINE = "update contributions.billing_line set " + MOVED;
    private static final String BILL = "update contributions.bill set " + MOVED;
    private static final String BILL_LINE = "update contributions.bill_line set " + MOVED;
    private static final String DEPOSIT = "update contributions.deposit set " + MOVED;
    private static final String ALLOCATION = "update contributions.allocation set " + MOVED;
    private static final String ALLOCATION_PART = "update contributions.allocation_part set " + MOVED;
    private static final String REFUND = "update contributions.refund set " + MOVED;
    private static final String RECEIPT = "update contributions.receipt set " + MOVED;
    private static final String RECEIPT_COUNT = "update contributions.receipt_count set " + MOVED;
    private static final String TARGET = "update contributions.target set " + MOVED;
    private static final String CARRIED = "update contributions.carried set " + MOVED;

    private static final List<String> ALL = List.of(
            SPLIT,
            SPLIT_SHARE,
            SUBSIDY,
            SUBSIDY_USE,
            BILLING,
            BILLING_LINE,
            BILL,
            BILL_LINE,
            DEPOSIT,
            ALLOCATION,
            ALLOCATION_PART,
            REFUND,
            RECEIPT,
            RECEIPT_COUNT,
            TARGET,
            CARRIED);

    private final JdbcClient database;

    JdbcPaths(JdbcClient database) {
        this.database = database;
    }

    void follow(String from, String to) {
        for (String each : ALL) {
            database.sql(each)
                    .param("from", from)
                    .param("to", to)
                    .param("reach", Desk.reach())
                    .update();
        }
    }
}
