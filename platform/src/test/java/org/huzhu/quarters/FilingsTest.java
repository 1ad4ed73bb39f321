package org.huzhu.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.enrolment.Town;
import org.huzhu.quarters.Filers.Filer;
import org.huzhu.quarters.QuarterRefused.Reason;
import org.huzhu.quarters.filed.Filing;
import org.huzhu.quarters.filed.Filings;
import org.huzhu.quarters.filed.Filings.Taken;
import org.huzhu.quarters.filed.Filings.Wrong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What unions file for costs above the ceiling: entered by one, looked at by two, within reach. */
@RoomTest
@Import({Town.class, Officers.class, Officers.Bank.class, Filers.class})
class FilingsTest {

    private final int year = Filers.year();
    private final Officers officers;
    private final Filers filers;
    private final Filings filings;

    @Autowired
    FilingsTest(ApplicationContext rooms) {
        this.officers = rooms.getBean(Officers.class);
        this.filers = rooms.getBean(Filers.class);
        this.filings = rooms.getBean(Filings.class);
    }

    @Test
    void agency_and_office_look_at_it_one_after_the_other_and_nobody_at_his_own() {
        Filer filer = filers.filer();
        String row = filer.number() + ",100000,,,\n";
        assertThat(filers.enter(filer.handler(), year, row)).isEqualTo(new Taken(1, 0, List.of()));
        assertThat(filers.enter(filer.handler(), year, row)).isEqualTo(new Taken(0, 1, List.of()));
        assertThat(filers.pass(filers.office().reviewer(), filer, year)).isFalse();
        Caller same = new Caller(
                filer.handler().account(), Role.AGENCY_REVIEWER, filer.handler().path(), Optional.empty());
        assertThat(filers.pass(same, filer, year)).isFalse();
        assertThat(filers.pass(filer.reviewer(), filer, year)).isTrue();
        assertThat(filers.pass(filer.reviewer(), filer, year)).isFalse();
        Filing passed = filers.filing(filer, year);
        Caller reviewer = filers.office().reviewer();
        assertThat(officers.as(reviewer, () -> filings.giveBack(reviewer, passed.id(), passed.version(), "缺票据")))
                .isTrue();
        assertThat(filers.filing(filer, year).said()).isEqualTo("缺票据");
        officers.refuses(
                Reason.NOBODY,
                () -> officers.ask(filers.office(), officers.open(filers.office(), year, Quarter.YEARLY)));
        filers.accepted(filer, year, "100000,,,");
        assertThat(filers.filing(filer, year).state()).isEqualTo(Filing.State.ACCEPTED);
    }

    @Test
    void a_list_is_entered_whole_or_not_at_all_for_members_within_reach_alone() {
        Filer filer = filers.filer();
        Filer other = filers.filer();
        assertThat(filers.enter(filer.handler(), year, filer.number() + ",1,,,\n" + other.number() + ",1,,,\n")
                        .wrong())
                .extracting(Wrong::reason)
                .containsExactly(Wrong.Reason.NOT_MEMBER);
        assertThat(filers.enter(filer.handler(), year, filer.number() + ",100,60,60,\n1,1,,,\n")
                        .wrong())
                .extracting(Wrong::reason)
                .containsExactly(Wrong.Reason.SUMS, Wrong.Reason.NUMBER);
        assertThat(officers.as(filer.reviewer(), () -> filings.all(filer.reviewer(), year, 10)))
                .isEmpty();
        filers.accepted(other, year, "1,,,");
        Filing his = filers.filing(other, year);
        assertThat(officers.as(
                        filer.reviewer(), () -> filings.giveBack(filer.reviewer(), his.id(), his.version(), "不对")))
                .isFalse();
        assertThatThrownBy(() -> filers.enter(filer.reviewer(), year, "")).isInstanceOf(Refused.class);
    }
}
