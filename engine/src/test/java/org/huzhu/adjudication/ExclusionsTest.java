package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Happenings.stay;
import static org.huzhu.adjudication.Promises.daily;
import static org.huzhu.adjudication.Society.START;
import static org.huzhu.adjudication.Society.given;
import static org.huzhu.adjudication.Society.judge;
import static org.huzhu.adjudication.Society.library;
import static org.huzhu.adjudication.Society.reasons;
import static org.huzhu.adjudication.Society.year;
import static org.huzhu.adjudication.Society.yuan;

import java.util.List;
import java.util.Set;
import org.huzhu.facts.Event;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Circumstance;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Exclusion;
import org.huzhu.plan.IcdRange;
import org.huzhu.plan.Library;
import org.junit.jupiter.api.Test;

class ExclusionsTest {

    @Test
    void an_exclusion_bears_on_its_clauses_by_circumstance_or_by_code() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.ADMISSION, daily(40, 0))
                .clause(
                        "二",
                        EventDay.ADMISSION,
                        daily(Benefit.DayKind.HOSPITAL, 10, 0, Benefit.AcrossTerms.DAYS_IN_TERM))
                .exclusion(new Exclusion(
                        "除", "精神病", Set.of("一"), Set.of(Circumstance.DRUGS), List.of(IcdRange.parse("F00-F99")), false))
                .plan());
        Event.Stay any = stay("住院1", START, 5);

        assertThat(given(judge(plans, List.of(year("试")), Happenings.coded("I71.0", any)), "一"))
                .isEqualTo(yuan(200));
        Determination byCode = judge(plans, List.of(year("试")), Happenings.coded("F32.9", any));
        assertThat(byCode.entitled()).isEqualTo(yuan(50));
        assertThat(byCode.denials()).singleElement().satisfies(denial -> {
            assertThat(denial.clause()).isEqualTo("除");
            assertThat(denial.reason()).isEqualTo(new Reason.Excluded("精神病"));
        });
        assertThat(given(judge(plans, List.of(year("试")), Happenings.coded("I71.0", any, Circumstance.DRUGS)), "一"))
                .isEqualTo(yuan(0));
        assertThat(given(judge(plans, List.of(year("试")), Happenings.coded("I71.0", any, Circumstance.WAR)), "一"))
                .isEqualTo(yuan(200));
    }

    @Test
    void a_cause_that_no_clause_covers_is_said_only_where_nothing_is_paid() {
        Benefit.DailyAllowance accidents = new Benefit.DailyAllowance(
                Benefit.DayKind.HOSPITAL,
                Set.of(Cause.ACCIDENT),
                Promises.each(60),
                0,
                0,
                1,
                Benefit.AcrossTerms.ADMISSION_PAYS_ALL);
        Library one = library(new Society.Draftsman("试")
                .clause("一", EventDay.ADMISSION, accidents)
                .plan());
        Library both = library(new Society.Draftsman("试")
                .clause("一", EventDay.ADMISSION, accidents)
                .clause("二", EventDay.ADMISSION, daily(40, 0))
                .plan());

        assertThat(reasons(judge(one, List.of(year("试")), stay("住院1", START, 5)), "住院1"))
                .containsExactly(new Reason.CauseNotCovered());
        assertThat(judge(both, List.of(year("试")), stay("住院1", START, 5)).denials())
                .isEmpty();
    }
}
