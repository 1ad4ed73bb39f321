package org.huzhu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.huzhu.database.BeyondReach;
import org.huzhu.database.Scope;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.FundFounding;
import org.huzhu.ledger.FundOpening;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** A part of a transaction beyond the reach of its caller. */
@RoomTest
class ScopeShiftTest {

    private static final Scope NARROW = new Scope("somebody", List.of("north.unit"), Optional.empty());
    private static final String FUNDS = "select count(*) from ledger.fund";

    private final BeyondReach beyond;
    private final FundFounding funds;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    @Autowired
    ScopeShiftTest(BeyondReach beyond, FundFounding funds, JdbcClient database, TransactionTemplate transaction) {
        this.beyond = beyond;
        this.funds = funds;
        this.database = database;
        this.transaction = transaction;
    }

    private <T> T narrow(Supplier<T> work) {
        return NARROW.call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private long seen() {
        return database.sql(FUNDS).query(Long.class).single();
    }

    private Fund opened(String code) {
        return funds.standing(new FundOpening(code, "互助基金", Fund.Kind.CONTRIBUTION, "north", LocalDate.of(2026, 1, 1)));
    }

    @Test
    void the_work_sees_all_and_what_comes_after_it_only_what_the_caller_reaches() {
        narrow(() -> {
            assertThat(seen()).isZero();
            beyond.run(() -> {
                opened("ONE");
                assertThat(seen()).isPositive();
                assertThat(Scope.required()).isEqualTo(new Scope("somebody", List.of(""), Optional.empty()));
            });
            assertThat(seen()).isZero();
            return assertThat(Scope.required()).isEqualTo(NARROW);
        });
    }

    @Test
    void where_the_work_fails_all_comes_to_nothing_and_the_reach_is_narrow_again() {
        assertThatThrownBy(() -> narrow(() -> {
                    beyond.run(() -> opened("TWO"));
                    assertThatThrownBy(() -> beyond.run(() -> {
                                throw new IllegalStateException("failed");
                            }))
                            .hasMessage("failed");
                    return assertThat(seen()).isZero();
                }))
                .isInstanceOf(UnexpectedRollbackException.class);

        assertThat((long) Scope.ofSystem()
                        .call(() -> Objects.requireNonNull(transaction.execute(
                                _ -> database.sql("select count(*) from ledger.fund where code = 'TWO'")
                                        .query(Long.class)
                                        .single()))))
                .isZero();
    }

    @Test
    void there_is_none_without_a_transaction_and_no_fund_is_had_without_it() {
        assertThatThrownBy(() -> NARROW.run(() -> beyond.run(() -> {})))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> narrow(() -> opened("THREE"))).isInstanceOf(IllegalStateException.class);
        assertThat(narrow(() -> beyond.call(() -> opened("FOUR").id())))
                .isEqualTo(narrow(() -> beyond.call(() -> opened("FOUR").id())));
    }
}
