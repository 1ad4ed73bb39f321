package org.huzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huzhu.columns.Words;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Basis;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Stacking;
import org.huzhu.text.LibraryReader;
import org.junit.jupiter.api.Test;

class RulebookTest {

    private static final Path PLANS = Path.of("../plans");
    private static final Library LIBRARY = library();

    private static Library library() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(PLANS)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
                texts.put(PLANS.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return LibraryReader.read(texts).library();
    }

    private static Library stacked(Optional<Stacking.Indemnity> indemnity, Stacking.Pair... pairs) {
        Stacking rules = new Stacking("北京", List.of(pairs), List.of("住院医疗", "暖互助"), indemnity);
        return new Library(LIBRARY.dictionary(), LIBRARY.plans(), LIBRARY.overlays(), List.of(rules));
    }

    private static Stacking.Pair pair(String one, String other) {
        Basis basis = new Basis(List.of(), true);
        return new Stacking.Pair(List.of(one, other), new Stacking.Together.Larger(), "甲", "甲", basis);
    }

    private static List<String> bearingOn(Library library, String plan) {
        Words words = new Words();
        int word = words.number(plan);
        Rulebook rules = Rulebook.of(library, words);
        return rules.bearingOn(rules.place(word)).stream()
                .map(place -> rules.plans().get(place).name())
                .toList();
    }

    @Test
    void the_compiled_version_that_governs_is_that_of_the_library() {
        Rulebook rules = Rulebook.of(LIBRARY);
        for (PlanRules plan : rules.plans()) {
            for (Plan version : LIBRARY.versions(plan.name())) {
                for (int days : List.of(-400, -1, 0, 1, 400)) {
                    var start = version.applicability().from().plusDays(days);
                    var day = start.plusDays(200);
                    int found = plan.governing((int) start.toEpochDay(), (int) day.toEpochDay());
                    Optional<Plan> governing = LIBRARY.governing(plan.name(), start, day);

                    assertThat(
                                    found < 0
                                            ? Optional.empty()
                                            : Optional.of(
                                                    plan.versions().get(found).plan()))
                            .isEqualTo(governing);
                }
            }
        }
    }

    @Test
    void where_each_plan_gives_its_own_no_other_bears_on_it() {
        assertThat(bearingOn(LIBRARY, "住院医疗")).containsExactly("住院医疗");
    }

    @Test
    void plans_bear_on_each_other_through_pairs_and_their_pairs() {
        Library library = stacked(Optional.empty(), pair("女工特疾", "重大疾病"), pair("重大疾病", "轻度疾病"));

        assertThat(bearingOn(library, "女工特疾")).containsExactlyInAnyOrder("女工特疾", "重大疾病", "轻度疾病");
        assertThat(bearingOn(library, "住院津贴")).containsExactly("住院津贴");
    }

    @Test
    void where_costs_are_held_within_what_was_borne_all_shares_of_costs_bear_on_each_other() {
        Basis basis = new Basis(List.of(), true);
        Library library = stacked(Optional.of(new Stacking.Indemnity("补", "补", basis)));

        assertThat(bearingOn(library, "住院医疗")).contains("暖互助", "住院医疗").doesNotContain("住院津贴");
        assertThat(bearingOn(library, "住院津贴")).containsExactly("住院津贴");
    }

    @Test
    void an_amount_by_tier_knows_its_tiers_and_no_other() {
        Words words = new Words();
        int known = words.number("乙档");
        var amounts = new org.huzhu.plan.Amounts(List.of(
                new org.huzhu.plan.Amounts.Row(Optional.of("甲档"), Money.ofYuan(1), false),
                new org.huzhu.plan.Amounts.Row(Optional.of("乙档"), Money.ofYuan(2), true)));
        TierAmounts compiled = new TierAmounts(amounts, words);

        assertThat(compiled.fen(compiled.row(known))).isEqualTo(200);
        assertThat(compiled.isIllustrative(compiled.row(known))).isTrue();
        assertThat(compiled.row(Words.NONE)).isEqualTo(TierAmounts.NO_ROW);
    }
}
