package org.huzhu.payments;

import java.util.List;
import org.huzhu.unions.OrganisationMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets all rows of this room follow the organisation whose they are. */
@Repository("paymentPaths")
class JdbcPaths {

    private static final String MOVED = """
            path = house.moved(path, cast(:from as ltree), cast(:to as ltree))
            where path <@ cast(:from as ltree) and""" + Desk.IN;

    private static final String PAYABLE = "update payments.payable set " + MOVED;
    private static final String BANK_ACCOUNT = "update payments.bank_account set " + MOVED;
    private static final String BATCH = "update payments.batch set " + MOVED;
    private static final String PAYMENT = "update payments.payment set " + MOVED;
    private static final String FILE = "update payments.file set " + MOVED;
    private static final String ANSWER = "update payments.answer set " + MOVED;
    private static final String ANSWER_LINE = "update payments.answer_line set " + MOVED;
    private static final String DIFFERENCE = "update payments.difference set " + MOVED;
    private static final String WISH = "update payments.wish set " + MOVED;
    private static final String STATEMENT_LINE = "update payments.statement_line set " + MOVED;

    private static final List<String> ALL =
            List.of(PAYABLE, BANK_ACCOUNT, BATCH, PAYMENT, FILE, ANSWER, ANSWER_LINE, DIFFERENCE, WISH, STATEMENT_LINE);

    private final JdbcClient database;

    JdbcPaths(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void on(OrganisationMoved news) {
        for (String each : ALL) {
            database.sql(each)
                    .param("from", news.from())
                    .param("to", news.to())
                    .param("reach", Desk.reach())
                    .update();
        }
    }
}
