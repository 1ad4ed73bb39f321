package org.huzhu.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.Members;
import org.huzhu.columns.Part;
import org.huzhu.columns.Terms;
import org.huzhu.columns.Words;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Plan;
import org.huzhu.replay.Comparison.MemberChange;
import org.huzhu.replay.Comparison.Moved;
import org.junit.jupiter.api.Test;

class ReplayTest {

    // 2,400 members over six years.
    private static final Town TOWN = new Town(7);
    private static final List<Part> PARTS = TOWN.parts(6, 400);
    private static final Plan DEARER = Shelf.draft("住院津贴", "2015", "每日: 40元", "每日: 50元");

    private static Amendment amendment(Plan draft) {
        return new Amendment(Shelf.PUBLISHED, draft, Optional.empty(), Optional.empty());
    }

    private static Comparison compare(List<Part> parts, Words words, int threads, Amendment change, Question question) {
        return new Replay(parts, words, threads)
                .compare(Shelf.PUBLISHED, change.before(), change.after(), question, members -> {});
    }

    private static Comparison inTown(Plan draft) {
        Question question = Question.of(draft.id().plan(), Shelf.GROUPINGS);
        return compare(PARTS, TOWN.words, 2, amendment(draft), question);
    }

    @Test
    void a_draft_equal_to_the_published_version_changes_nothing() {
        Comparison same = inTown(Shelf.plan("住院津贴", "2015"));

        assertThat(same.before().plan().payments()).isPositive();
        assertThat(same.after()).isEqualTo(same.before());
        assertThat(same.largest()).isEmpty();
        assertThat(same.movement().gaining()).isEqualTo(new Moved(0, 0));
        assertThat(same.movement().losing()).isEqualTo(new Moved(0, 0));
        assertThat(same.movement().same()).isEqualTo(same.before().all().persons());
        assertThat(same.tables())
                .flatMap(GroupTable::rows)
                .allSatisfy(row -> assertThat(row.after()).isEqualTo(row.before()));
    }

    @Test
    void sums_and_payments_by_any_grouping_add_up_to_the_total() {
        for (Plan draft : List.of(DEARER, Shelf.draft("住院医疗", "2008", "比例: 70%", "比例: 75%"))) {
            Comparison answer = inTown(draft);
            assertThat(answer.tables()).hasSameSizeAs(Shelf.GROUPINGS).allSatisfy(table -> {
                Figures before =
                        table.rows().stream().map(GroupTable.Row::before).reduce(Figures.ZERO, Figures::plus);
                Figures after = table.rows().stream().map(GroupTable.Row::after).reduce(Figures.ZERO, Figures::plus);
                assertThat(before.fen()).isEqualTo(answer.before().all().fen());
                assertThat(before.payments()).isEqualTo(answer.before().all().payments());
                assertThat(after.fen()).isEqualTo(answer.after().all().fen());
                assertThat(after.payments()).isEqualTo(answer.after().all().payments());
            });
        }
    }

    @Test
    void persons_of_one_agency_are_in_no_other() {
        Comparison answer = inTown(DEARER);
        GroupTable agencies = answer.table(List.of(Dimension.AGENCY)).orElseThrow();

        assertThat(agencies.rows()).hasSize(5);
        assertThat(agencies.rows().stream()
                        .mapToLong(row -> row.after().persons())
                        .sum())
                .isEqualTo(answer.after().all().persons());
    }

    @Test
    void what_is_given_more_is_what_members_gain_less_what_they_lose() {
        Plan stricter = Shelf.draft("住院津贴", "2015", "每次免赔: 1日", "每次免赔: 9日");
        for (Plan draft : List.of(DEARER, stricter)) {
            Comparison answer = inTown(draft);
            Moved gaining = answer.movement().gaining();
            Moved losing = answer.movement().losing();
            assertThat(answer.after().all().fen() - answer.before().all().fen())
                    .isNotZero()
                    .isEqualTo(gaining.fen() - losing.fen());
            assertThat(gaining.members() + losing.members() + answer.movement().same())
                    .isEqualTo(Math.max(
                            answer.before().all().persons(),
                            answer.after().all().persons()));
            assertThat(answer.movement().nothing()).isPositive();
        }
        assertThat(inTown(stricter).movement().noLonger()).isPositive();
    }

    @Test
    void the_steps_of_payments_hold_all_payments_of_the_plan() {
        Comparison answer = inTown(DEARER);

        assertThat(answer.payments().stream()
                        .mapToLong(step -> step.after().payments())
                        .sum())
                .isEqualTo(answer.after().plan().payments());
        assertThat(answer.payments().stream()
                        .mapToLong(step -> step.after().fen())
                        .sum())
                .isEqualTo(answer.after().plan().fen());
    }

    @Test
    void one_thread_and_four_give_the_same() {
        Question question = Question.of("住院津贴", Shelf.GROUPINGS);

        assertThat(compare(PARTS, TOWN.words, 4, amendment(DEARER), question))
                .isEqualTo(compare(PARTS, TOWN.words, 1, amendment(DEARER), question));
    }

    @Test
    void a_further_answer_judges_once_and_says_what_a_first_one_says() {
        Question question = Question.of("住院津贴", Shelf.GROUPINGS);
        Replay replay = new Replay(PARTS, TOWN.words, 2);
        AtomicLong judged = new AtomicLong();
        Amendment other = amendment(Shelf.draft("住院津贴", "2015", "每日: 40元", "每日: 30元"));
        replay.compare(Shelf.PUBLISHED, other.before(), other.after(), question, judged::addAndGet);
        long first = judged.getAndSet(0);
        Amendment change = amendment(DEARER);

        Comparison further =
                replay.compare(Shelf.PUBLISHED, change.before(), change.after(), question, judged::addAndGet);

        assertThat(judged.get() * 2).isEqualTo(first);
        assertThat(further).isEqualTo(compare(PARTS, TOWN.words, 1, change, question));
    }

    @Test
    void years_that_are_not_asked_for_count_nowhere_but_are_judged() {
        Question all = Question.of("住院津贴", Shelf.GROUPINGS);
        Question some = new Question("住院津贴", 2016, 2017, Shelf.GROUPINGS);
        Comparison answer = compare(PARTS, TOWN.words, 2, amendment(DEARER), some);
        List<GroupTable.Row> years = compare(PARTS, TOWN.words, 2, amendment(DEARER), all)
                .table(List.of(Dimension.YEAR))
                .orElseThrow()
                .rows();

        assertThat(answer.table(List.of(Dimension.YEAR)).orElseThrow().rows())
                .isNotEmpty()
                .isEqualTo(years.stream()
                        .filter(row ->
                                List.of("2016", "2017").contains(row.labels().getFirst()))
                        .toList());
    }

    @Test
    void the_largest_changes_are_fifty_in_order_each_with_the_working_that_makes_it() {
        Amendment change = amendment(DEARER);
        Replay replay = new Replay(PARTS, TOWN.words, 2);
        Question question = Question.of("住院津贴", Shelf.GROUPINGS);
        Comparison answer = replay.compare(Shelf.PUBLISHED, change.before(), change.after(), question, members -> {});

        List<Working> workings = replay.workings(change.before(), change.after(), answer);

        assertThat(answer.largest()).hasSize(Comparison.LARGEST).isSortedAccordingTo((one, other) -> {
            int by = Long.compare(Math.abs(other.changeFen()), Math.abs(one.changeFen()));
            return by != 0 ? by : Long.compare(one.member(), other.member());
        });
        assertThat(workings).hasSize(Comparison.LARGEST).allSatisfy(working -> {
            assertThat(working.lines().stream()
                            .mapToLong(line -> line.afterFen() - line.beforeFen())
                            .sum())
                    .isEqualTo(working.change().changeFen());
            assertThat(working.lines())
                    .allSatisfy(line -> assertThat(line.after()).isNotEmpty());
        });
        assertThat(workings.getFirst().lines().getFirst().after()).anyMatch(step -> step.startsWith("50元 × "));
    }

    @Test
    void one_number_changed_gives_the_difference_worked_out_by_hand() {
        // Days after the first: 9 and 3, at 40 and then at 50 yuan; 60 yuan were asked of each.
        Comparison answer =
                compare(List.of(hamlet()), words, 1, amendment(DEARER), Question.of("住院津贴", Shelf.GROUPINGS));

        assertThat(answer.before().plan()).isEqualTo(new Figures(2, 2, 48_000));
        assertThat(answer.after().plan()).isEqualTo(new Figures(2, 2, 60_000));
        assertThat(answer.before().enrolments()).isEqualTo(new Enrolments(3, 4, 24_000, 0));
        assertThat(answer.after().perTermFen()).hasValue(20_000);
        assertThat(answer.before().breakEvenFen()).hasValue(12_000);
        assertThat(answer.after().breakEvenFen()).hasValue(15_000);
        assertThat(answer.after().payoutPerMille()).hasValue(2_500);
        assertThat(answer.movement().gaining()).isEqualTo(new Moved(2, 12_000));
        assertThat(answer.movement().nothing()).isEqualTo(1);
        assertThat(answer.largest())
                .containsExactly(new MemberChange(0, "东城", 36_000, 45_000), new MemberChange(2, "西城", 12_000, 15_000));
        assertThat(answer.table(List.of(Dimension.AGE)).orElseThrow().rows())
                .extracting(row -> row.labels().getFirst())
                .containsExactly("30–39岁", "40–49岁");
        assertThat(answer.tables())
                .flatMap(GroupTable::rows)
                .filteredOn(row -> row.labels().contains("男"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.changeFen()).isEqualTo(3_000));
    }

    @Test
    void a_contribution_that_the_draft_changes_is_taken_for_the_cover_it_governs() {
        Plan draft = Shelf.draft("住院津贴", "2015", "- {每份: 60元}", "- {每份: 70元}");
        Comparison answer = compare(List.of(hamlet()), words, 1, amendment(draft), Question.of("住院津贴", List.of()));

        // Three units are governed by the version of 2015, one by that of 2011.
        assertThat(answer.after().enrolments().contributionFen()).isEqualTo(24_000 + 3 * 1_000);
    }

    @Test
    void a_version_that_begins_after_all_facts_changes_them_only_as_if_it_had_begun_before() {
        Plan later = Shelf.draft("住院津贴", "2015", "适用: {自: 2015-01-01", "适用: {自: 2031-01-01");
        Question question = Question.of("女工特疾", List.of());
        Amendment late =
                new Amendment(Shelf.PUBLISHED, DEARER, Optional.empty(), Optional.of(LocalDate.of(2016, 5, 1)));
        Amendment never = new Amendment(Shelf.PUBLISHED, later, Optional.empty(), Optional.empty());
        Comparison since = compare(List.of(hamlet()), words, 1, late, Question.of("住院津贴", Shelf.GROUPINGS));

        // Of the two terms with a stay, one starts on 2016-05-01 and one before.
        assertThat(since.after().plan().fen()).isEqualTo(36_000 + 15_000);
        assertThat(never.decidesFrom()).isEqualTo(LocalDate.of(2031, 1, 1));
        assertThat(compare(List.of(hamlet()), words, 1, never, question)
                        .movement()
                        .holders())
                .isZero();
    }

    @Test
    void two_versions_are_compared_as_if_each_had_always_applied() {
        Amendment change = new Amendment(
                Shelf.PUBLISHED, Shelf.plan("住院津贴", "2015"), Optional.of(Shelf.plan("住院津贴", "2011")), Optional.empty());
        Comparison answer = compare(List.of(hamlet()), words, 1, change, Question.of("住院津贴", Shelf.GROUPINGS));

        // The version of 2011 leaves out three days of each stay, that of 2015 one.
        assertThat(answer.before().plan().fen()).isEqualTo((7 + 1) * 4_000);
        assertThat(answer.after().plan().fen()).isEqualTo((9 + 3) * 4_000);
    }

    @Test
    void what_cannot_be_asked_is_refused_with_its_reason() {
        assertThatThrownBy(() -> new Question("住院津贴", 2018, 2017, List.of()))
                .hasMessage("The years from 2018 to 2017 hold none");
        assertThatThrownBy(() -> Question.of("住院津贴", List.of(List.of(Dimension.SEX, Dimension.SEX))))
                .hasMessageContaining("each of them once");
    }

    @Test
    void a_person_grows_older_on_the_birthday_and_bands_hold_what_lies_beyond() {
        int born = Day.of(LocalDate.of(1980, 6, 15));
        Stream.of(20, 30, 40, 50, 60, 70).forEach(age -> {
            int birthday = Day.of(LocalDate.of(1980 + age, 6, 15));
            assertThat(Axes.age(born, birthday)).isEqualTo(Axes.age(born, birthday - 1) + 1);
        });
        assertThat(Axes.age(born, born)).isZero();
        assertThat(Axes.age(born, Day.of(LocalDate.of(2080, 6, 14)))).isEqualTo(6);
    }

    private final Words words = new Words();

    /** Three members: two with a stay under daily allowance, one of them with an older term, one with nothing. */
    private Part hamlet() {
        int plan = words.number("住院津贴");
        FactBuilder facts = new FactBuilder(words, FactBuilder.ALL_PARTS);
        Members people = new Members();
        people.add(words.number("东城"), Sex.FEMALE, day(1980, 1, 1));
        people.add(words.number("东城"), Sex.FEMALE, day(1980, 1, 1));
        people.add(words.number("西城"), Sex.MALE, day(1970, 1, 1));
        facts.member();
        facts.term(plan, Words.NONE, day(2016, 1, 1), day(2017, 1, 1), 2, Words.NONE, Terms.UNKNOWN);
        Town.stay(facts, day(2016, 7, 1), 10, 0);
        facts.member();
        facts.term(plan, Words.NONE, day(2013, 1, 1), day(2014, 1, 1), 1, Words.NONE, 6_000);
        facts.member();
        facts.term(plan, Words.NONE, day(2016, 5, 1), day(2017, 5, 1), 1, Words.NONE, 6_000);
        Town.stay(facts, day(2016, 9, 1), 4, 0);
        return new Part(people, facts.build());
    }

    private static int day(int year, int month, int day) {
        return Day.of(LocalDate.of(year, month, day));
    }
}
