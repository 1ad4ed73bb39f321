package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Happenings.diagnosis;
import static org.huzhu.adjudication.Happenings.stay;
import static org.huzhu.adjudication.Promises.daily;
import static org.huzhu.adjudication.Promises.inTerm;
import static org.huzhu.adjudication.Promises.sum;
import static org.huzhu.adjudication.Society.START;
import static org.huzhu.adjudication.Society.given;
import static org.huzhu.adjudication.Society.judge;
import static org.huzhu.adjudication.Society.library;
import static org.huzhu.adjudication.Society.reasons;
import static org.huzhu.adjudication.Society.term;
import static org.huzhu.adjudication.Society.year;
import static org.huzhu.adjudication.Society.yuan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.facts.Event;
import org.huzhu.facts.Term;
import org.huzhu.plan.Applicability;
import org.huzhu.plan.Applicability.By;
import org.huzhu.plan.Applicability.Reach;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Library;
import org.huzhu.plan.Overlay;
import org.huzhu.plan.Plan;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private static final LocalDate SECOND = START.plusMonths(6);
    private static final LocalDate THIRD = START.plusMonths(9);
    private static final LocalDate END = START.plusYears(1);

    @Test
    void a_bill_that_two_versions_could_answer_for_is_shared_once() {
        Plan first = new Society.Draftsman("试")
                .clause("一", EventDay.ADMISSION, Promises.share(Benefit.StayOrder.ADMISSION, 50))
                .plan();
        Plan second = new Society.Draftsman("试")
                .version("2", new Applicability(SECOND, By.TERM_START, Reach.NEW_AND_RENEWED))
                .clause("一", EventDay.ADMISSION, Promises.share(Benefit.StayOrder.ADMISSION, 70))
                .clause("二", EventDay.ADMISSION, daily(40, 0))
                .plan();
        List<Term> overlapping = List.of(year("试"), term("试", SECOND, SECOND.plusYears(1)));
        Determination found =
                judge(library(first, second), overlapping, Happenings.bill("住院1", SECOND.plusDays(9), 1_000));

        assertThat(given(found, "一")).isEqualTo(yuan(500));
        assertThat(given(found, "二")).isEqualTo(yuan(120));
    }

    @Test
    void an_amendment_for_new_and_renewed_terms_leaves_cover_in_force_alone() {
        Library plans = library(first(), second(Reach.NEW_AND_RENEWED));

        assertThat(version(plans, START, SECOND.plusDays(1))).isEqualTo("1");
        assertThat(version(plans, SECOND.minusDays(1), SECOND)).isEqualTo("1");
        assertThat(version(plans, SECOND, SECOND)).isEqualTo("2");
    }

    @Test
    void an_amendment_that_reaches_cover_in_force_goes_by_the_day_of_the_event() {
        Library plans = library(first(), second(Reach.IN_FORCE));

        assertThat(version(plans, START, SECOND.minusDays(1))).isEqualTo("1");
        assertThat(version(plans, START, SECOND)).isEqualTo("2");
    }

    @Test
    void of_three_versions_the_newest_that_reaches_the_cover_governs() {
        Library between = library(first(), second(Reach.IN_FORCE), third(Reach.NEW_AND_RENEWED));
        Library last = library(first(), second(Reach.NEW_AND_RENEWED), third(Reach.IN_FORCE));

        assertThat(version(between, START, THIRD)).isEqualTo("2");
        assertThat(version(between, THIRD, THIRD)).isEqualTo("3");
        assertThat(version(last, START, THIRD.minusDays(1))).isEqualTo("1");
        assertThat(version(last, START, THIRD)).isEqualTo("3");
    }

    @Test
    void a_plan_whose_version_follows_the_event_asks_for_no_start() {
        Plan second = disease("2", new Applicability(SECOND, By.EVENT, Reach.IN_FORCE));
        Plan first = disease("1", new Applicability(START.minusYears(9), By.EVENT, Reach.IN_FORCE));

        assertThat(version(library(first, second), START, SECOND.minusDays(1))).isEqualTo("1");
        assertThat(version(library(first, second), SECOND.minusDays(5), SECOND)).isEqualTo("2");
    }

    @Test
    void an_event_is_answered_by_one_version_though_each_counts_another_day() {
        Plan byDiagnosis = new Society.Draftsman("试")
                .clause("一", EventDay.DIAGNOSIS, sum("新", 10_000))
                .plan();
        Plan byPathology = new Society.Draftsman("试")
                .version("2", new Applicability(SECOND, By.TERM_START, Reach.IN_FORCE))
                .clause("一", EventDay.PATHOLOGY_OR_ADMISSION, sum("新", 20_000))
                .plan();
        Event cancer = diagnosis("确诊1", "肺癌", SECOND.minusDays(3), Optional.of(SECOND.plusDays(3)));

        assertThat(given(judge(library(byDiagnosis, byPathology), List.of(year("试")), cancer), "一"))
                .isEqualTo(yuan(10_000));
    }

    @Test
    void two_terms_side_by_side_each_answer_under_their_own_version() {
        Library plans = library(first(), second(Reach.NEW_AND_RENEWED));
        List<Term> terms = List.of(year("试"), term("试", SECOND, SECOND.plusYears(1)));

        assertThat(judge(plans, terms, diagnosis("确诊1", "心梗", SECOND.plusDays(9)))
                        .lines())
                .extracting(line -> line.plan().version())
                .containsExactly("1", "2");
    }

    @Test
    void a_stay_that_the_version_of_its_admission_pays_in_full_is_not_paid_again_by_the_next() {
        Plan all = new Society.Draftsman("试")
                .clause("一", EventDay.ADMISSION, daily(40, 0))
                .plan();
        Plan inTerm = new Society.Draftsman("试")
                .version("2", new Applicability(END, By.TERM_START, Reach.NEW_AND_RENEWED))
                .clause("一", EventDay.ADMISSION, inTerm(50, 0))
                .plan();
        List<Term> terms = List.of(year("试"), term("试", END, END.plusYears(1)));

        assertThat(given(judge(library(all, inTerm), terms, stay("住院1", END.minusDays(4), 10)), "一"))
                .isEqualTo(yuan(400));
    }

    @Test
    void what_lies_outside_cover_is_denied_by_the_first_clause_of_the_version_that_governs() {
        Plan second = new Society.Draftsman("试")
                .version("2", new Applicability(SECOND, By.TERM_START, Reach.NEW_AND_RENEWED))
                .clause("六", EventDay.DIAGNOSIS, sum("新", 1))
                .clause("七", EventDay.DIAGNOSIS, sum("轻", 1))
                .plan();
        Plan first = new Society.Draftsman("试")
                .clause("一", EventDay.ADMISSION, daily(40, 0))
                .clause("二", EventDay.DIAGNOSIS, sum("新", 1))
                .clause("三", EventDay.DIAGNOSIS, sum("轻", 1))
                .plan();
        List<Term> terms = List.of(term("试", START, START.plusDays(50)), term("试", THIRD, END));
        Library plans = library(first, second);

        assertDenied(plans, terms, START.minusDays(1), "1", "二");
        assertDenied(plans, terms, START.plusDays(50), "1", "二");
        assertDenied(plans, terms, THIRD.minusDays(1), "2", "六");
        assertDenied(plans, terms, END, "2", "六");
    }

    private static void assertDenied(Library plans, List<Term> terms, LocalDate day, String version, String clause) {
        Determination found = judge(plans, terms, diagnosis("确诊1", "心梗", day));

        assertThat(found.lines()).isEmpty();
        assertThat(found.denials()).singleElement().satisfies(denial -> {
            assertThat(denial.plan().version()).isEqualTo(version);
            assertThat(denial.clause()).isEqualTo(clause);
            assertThat(denial.reason()).isEqualTo(new Reason.OutsideCover(day));
        });
    }

    @Test
    void cover_older_than_every_version_is_denied_all_the_same() {
        Library plans = library(second(Reach.NEW_AND_RENEWED));

        assertDenied(plans, List.of(year("试")), START.plusDays(9), "2", "一");
    }

    @Test
    void a_day_that_is_missing_is_asked_for_even_where_another_clause_pays() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.DIAGNOSIS, sum("新", 10_000))
                .clause("二", EventDay.PATHOLOGY_OR_ADMISSION, sum("新", 500))
                .clause("三", EventDay.PATHOLOGY_OR_ADMISSION, sum("轻", 500))
                .plan());
        Determination found =
                judge(plans, List.of(year("试")), diagnosis("确诊1", "肺癌", START.plusDays(9), Optional.empty()));

        assertThat(given(found, "一")).isEqualTo(yuan(10_000));
        assertThat(found.denials()).singleElement().satisfies(denial -> {
            assertThat(denial.clause()).isEqualTo("二");
            assertThat(denial.reason()).isEqualTo(new Reason.DayUnknown(EventDay.PATHOLOGY_OR_ADMISSION));
        });
    }

    @Test
    void the_pathology_report_counts_for_a_malignant_tumour_and_the_admission_for_any_other_disease() {
        Library plans = library(new Society.Draftsman("试")
                .clause("一", EventDay.PATHOLOGY_OR_ADMISSION, sum("新", 10_000))
                .plan());
        LocalDate before = START.minusDays(1);
        Event.Diagnosis cancer = new Event.Diagnosis(
                "确诊1",
                Event.Person.MEMBER,
                "肺癌",
                before,
                Optional.of(START),
                Optional.of(before),
                Optional.empty(),
                Set.of());
        Event.Diagnosis heart = new Event.Diagnosis(
                "确诊1",
                Event.Person.MEMBER,
                "心梗",
                before,
                Optional.of(before),
                Optional.of(START),
                Optional.empty(),
                Set.of());

        assertThat(given(judge(plans, List.of(year("试")), cancer), "一")).isEqualTo(yuan(10_000));
        assertThat(given(judge(plans, List.of(year("试")), heart), "一")).isEqualTo(yuan(10_000));
    }

    @Test
    void the_term_holds_its_first_day_and_not_its_end() {
        Library plans = library(first());

        assertThat(judge(plans, List.of(year("试")), diagnosis("确诊1", "心梗", START))
                        .lines())
                .hasSize(1);
        assertThat(judge(plans, List.of(year("试")), diagnosis("确诊1", "心梗", END.minusDays(1)))
                        .lines())
                .hasSize(1);
        assertThat(judge(plans, List.of(year("试")), diagnosis("确诊1", "心梗", END)).lines())
                .isEmpty();
    }

    @Test
    void an_overlay_adds_classes_for_cover_of_its_office_from_its_first_day() {
        Overlay plateau = new Overlay("高原", "西藏", "试", Set.of(), "新", "高原", SECOND, "增", "增", Society.ILLUSTRATIVE);
        Library plans = new Library(Society.DICTIONARY, List.of(first()), List.of(plateau), List.of());
        Event day = diagnosis("确诊1", "高原病", SECOND);
        Event before = diagnosis("确诊1", "高原病", SECOND.minusDays(1));

        assertThat(judge(plans, List.of(of("西藏")), day).entitled()).isEqualTo(yuan(10_000));
        assertThat(judge(plans, List.of(of("西藏")), before).entitled()).isEqualTo(yuan(0));
        assertThat(judge(plans, List.of(of("北京")), day).entitled()).isEqualTo(yuan(0));
        assertThat(reasons(judge(plans, List.of(year("试")), day), "确诊1"))
                .containsExactly(new Reason.NotListed("高原病", "新"));
    }

    @Test
    void cover_that_names_no_office_is_of_the_office_of_the_plan() {
        Overlay own = new Overlay("高原", "北京", "试", Set.of("1"), "新", "高原", START, "增", "增", Society.ILLUSTRATIVE);
        Library plans = new Library(Society.DICTIONARY, List.of(first()), List.of(own), List.of());

        assertThat(judge(plans, List.of(year("试")), diagnosis("确诊1", "高原病", START))
                        .entitled())
                .isEqualTo(yuan(10_000));
    }

    private static Term of(String office) {
        Term any = year("试");
        return new Term(any.plan(), Optional.of(office), any.span(), 1, any.tier(), any.contribution());
    }

    private static String version(Library plans, LocalDate termStart, LocalDate day) {
        Determination found =
                judge(plans, List.of(term("试", termStart, termStart.plusYears(1))), diagnosis("确诊1", "心梗", day));
        return found.lines().getFirst().plan().version();
    }

    private static Plan first() {
        return disease("1", new Applicability(START.minusYears(9), By.TERM_START, Reach.NEW_AND_RENEWED));
    }

    private static Plan second(Reach reach) {
        return disease("2", new Applicability(SECOND, By.TERM_START, reach));
    }

    private static Plan third(Reach reach) {
        return disease("3", new Applicability(THIRD, By.TERM_START, reach));
    }

    private static Plan disease(String version, Applicability when) {
        return new Society.Draftsman("试")
                .version(version, when)
                .clause("一", EventDay.DIAGNOSIS, sum("新", 10_000))
                .plan();
    }
}
