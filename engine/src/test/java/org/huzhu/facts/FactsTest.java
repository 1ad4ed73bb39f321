package org.huzhu.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huzhu.facts.Event.Costs;
import org.huzhu.facts.Event.Person;
import org.huzhu.facts.Event.Stay;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    @Test
    void two_events_of_one_name_are_refused() {
        assertThatThrownBy(() -> new Case(List.of(), List.of(stay("住院1", 3), stay("住院1", 4)), List.of()))
                .hasMessageContaining("住院1");
        assertThat(new Case(List.of(), List.of(stay("住院1", 3), stay("住院2", 4)), List.of()).events())
                .hasSize(2);
    }

    @Test
    void a_payment_names_an_event_among_the_facts_or_none() {
        assertThat(new Case(List.of(), List.of(stay("住院1", 3)), List.of(paid(Optional.of("住院1")))).payments())
                .hasSize(1);
        assertThat(new Case(List.of(), List.of(), List.of(paid(Optional.empty()))).payments())
                .hasSize(1);
        assertThatThrownBy(() -> new Case(List.of(), List.of(stay("住院1", 3)), List.of(paid(Optional.of("住院2")))))
                .hasMessageContaining("住院2");
    }

    @Test
    void a_stay_has_the_days_between_and_at_least_one() {
        assertThat(stay("住院1", 0).days()).isEqualTo(1);
        assertThat(stay("住院1", 1).days()).isEqualTo(1);
        assertThat(stay("住院1", 2).days()).isEqualTo(2);
        assertThatThrownBy(() -> stay("住院1", -1)).hasMessageContaining("住院1");
    }

    @Test
    void a_bill_below_zero_is_refused() {
        assertThat(new Costs(Map.of(CostField.TOTAL, Money.ZERO)).of(CostField.TOTAL))
                .contains(Money.ZERO);
        assertThat(new Costs(Map.of()).of(CostField.TOTAL)).isEmpty();
        assertThatThrownBy(() -> new Costs(Map.of(CostField.TOTAL, Money.ofFen(-1))))
                .hasMessageContaining("TOTAL");
    }

    @Test
    void a_coverage_period_has_a_unit() {
        assertThat(term(1).units()).isEqualTo(1);
        assertThatThrownBy(() -> term(0)).hasMessageContaining("not 0");
    }

    private static Term term(int units) {
        return new Term(
                "试", Optional.empty(), new DateSpan(DAY, DAY.plusYears(1)), units, Optional.empty(), Optional.empty());
    }

    private static Payment paid(Optional<String> event) {
        return new Payment("试", "一", DAY, Person.MEMBER, event, Optional.empty(), Optional.empty(), Money.ofYuan(1), 0);
    }

    private static Stay stay(String id, int days) {
        return new Stay(
                id,
                Person.MEMBER,
                DAY,
                DAY.plusDays(days),
                3,
                Cause.ILLNESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Costs(Map.of()),
                Set.of());
    }
}
