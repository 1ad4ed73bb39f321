package org.huzhu.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.payments.Till.as;
import static org.huzhu.payments.Till.refuses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huzhu.RoomTest;
import org.huzhu.kernel.Money;
import org.huzhu.payments.PaymentRefused.Reason;
import org.huzhu.payments.StatementDesk.OpenItem;
import org.huzhu.payments.StatementDesk.Read;
import org.huzhu.payments.StatementDesk.Reconciliation;
import org.huzhu.payments.Till.Office;
import org.huzhu.payments.bank.AnswerLine.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The bank's statement is held against the ledger, and what only one of them has explains the difference. */
@RoomTest
@Import({Till.class, Till.Tools.class})
class StatementsTest {

    private final Till till;
    private final StatementDesk statements;
    private final Office office;

    @Autowired
    StatementsTest(Till till, StatementDesk statements) {
        this.till = till;
        this.statements = statements;
        this.office = till.office();
    }

    private Path statement(String... rows) throws IOException {
        String text = "账号：0109\n交易流水号,交易日期,借方金额,贷方金额,对方户名,摘要\n" + String.join("\n", rows) + "\n合计,,1.00,\n";
        return Files.writeString(Files.createTempFile("huzhu-", ".csv"), text, UTF_8);
    }

    private Read take(String... rows) throws IOException {
        Path file = statement(rows);
        return as(
                office.maker(),
                () -> statements.take(office.maker(), office.fund().id(), file));
    }

    private Reconciliation reconciled() {
        return as(
                office.maker(),
                () -> statements.reconcile(office.maker(), office.fund().id(), till.today()));
    }

    @Test
    void what_only_the_ledger_or_only_the_bank_has_is_listed_and_explains_the_difference() throws IOException {
        List<String> keys = till.owe(office, 3);
        till.released(office);
        till.take(
                office,
                till.line(office, keys.get(0), Outcome.PAID),
                till.line(office, keys.get(1), Outcome.PAID),
                till.line(office, keys.get(2), Outcome.RETURNED));

        take("B1,%s,100.00,,张建国,互助金".formatted(till.today()), "B2,%s,5.00,,银行,手续费".formatted(till.today()));

        Reconciliation both = reconciled();
        assertThat(both.ledger()).isEqualTo(Money.ofYuan(-200));
        assertThat(both.bank()).isEqualTo(Money.ofYuan(-105));
        assertThat(both.open()).isEqualTo(both.ledger().minus(both.bank()));
        assertThat(both.items())
                .containsExactly(
                        new OpenItem(till.today(), Money.ofYuan(-100), 1),
                        new OpenItem(till.today(), Money.ofYuan(-5), -1));
    }

    @Test
    void a_statement_counts_once_and_what_it_says_otherwise_later_is_refused() throws IOException {
        String row = "B9,%s,,70.00,某厂,会费".formatted(till.today());

        assertThat(take(row)).isEqualTo(new Read(1, 0));
        assertThat(take(row)).isEqualTo(new Read(1, 1));
        refuses(Reason.SERIAL_CLASHES, () -> take(row.replace("70.00", "71.00")));
        assertThat(reconciled().bank()).isEqualTo(Money.ofYuan(70));
    }
}
