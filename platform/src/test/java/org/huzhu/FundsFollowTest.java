package org.huzhu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.ProofNeeded;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.FundDesk;
import org.huzhu.ledger.FundOpening;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ledger among the other rooms. */
@RoomTest
class FundsFollowTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
    private static final Occasion OCCASION = new Occasion(DAY, "试验");

    private final FundDesk desk;
    private final Founding founding;

    @Autowired
    FundsFollowTest(FundDesk desk, Founding founding) {
        this.desk = desk;
        this.founding = founding;
    }

    private Organisation open(Tier tier, String name, Optional<UUID> under) {
        return Scope.ofSystem().call(() -> founding.open(new Opening(tier, name, under), OCCASION));
    }

    private Fund fund(Organisation at, String code) {
        Caller checker = checker(at.path());
        return checker.scope()
                .call(() -> desk.open(checker, new FundOpening(code, "互助基金", Fund.Kind.CONTRIBUTION, at.path(), DAY)));
    }

    private static Caller checker(String path) {
        return new Caller(UUID.randomUUID(), Role.FINANCE_CHECKER, Optional.of(path), Optional.empty());
    }

    @Test
    void a_fund_stands_where_its_organisation_stands() {
        Organisation east = open(Tier.OFFICE, "东办事处", Optional.empty());
        Organisation west = open(Tier.OFFICE, "西办事处", Optional.empty());
        Organisation agency = open(Tier.AGENCY, "市总工会", Optional.of(east.id()));
        Fund fund = fund(agency, "MOVED");

        Organisation moved = Scope.ofSystem().call(() -> founding.move(agency.id(), west.id(), OCCASION));

        Caller checker = checker(west.path());
        assertThat(checker.scope().call(() -> desk.fund(checker, fund.id())).path())
                .isEqualTo(moved.path());
    }

    @Test
    void a_month_is_closed_by_whoever_has_just_proved_who_he_is() {
        Organisation office = open(Tier.OFFICE, "南办事处", Optional.empty());
        Fund fund = fund(office, "CLOSED");
        Caller checker = checker(office.path());

        assertThatThrownBy(() -> checker.scope().call(() -> desk.close(checker, fund.id(), YearMonth.from(DAY))))
                .isInstanceOf(ProofNeeded.class);
        assertThat(checker.scope()
                        .call(() -> desk.close(checker.fresh(), fund.id(), YearMonth.from(DAY)))
                        .closedUntil())
                .contains(LocalDate.of(2025, 2, 1));
    }
}
