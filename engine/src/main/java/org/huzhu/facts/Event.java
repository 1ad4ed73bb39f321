package org.huzhu.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Require;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Circumstance;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Insured;

/** Something that happened, as people established it. */
public sealed interface Event {

    /** The name of the event within the case, such as {@code 住院1}. */
    String id();

    /** Whose event it is. */
    Person person();

    /** The circumstances that were established. */
    Set<Circumstance> circumstances();

    /**
     * Whose event it is.
     *
     * @param name tells several children apart; empty for the member himself
     */
    record Person(Insured insured, String name) {
        public static final Person MEMBER = new Person(Insured.MEMBER, "");
    }

    /**
     * A disease was diagnosed, and its definition confirmed.
     *
     * @param disease the class of the dictionary
     * @param pathologyOn the day of the pathology report
     * @param firstDiagnosedOn the very first diagnosis, where it lies before {@code diagnosedOn}
     */
    record Diagnosis(
            String id,
            Person person,
            String disease,
            LocalDate diagnosedOn,
            Optional<LocalDate> pathologyOn,
            Optional<LocalDate> admittedOn,
            Optional<LocalDate> firstDiagnosedOn,
            Set<Circumstance> circumstances)
            implements Event {}

    /**
     * A stay in hospital.
     *
     * @param dischargedOn not before the admission
     * @param hospitalLevel 1 to 3
     * @param accidentOn the day of the accident, where one caused the stay
     * @param transferredFrom the stay before, where a transfer slip joins them
     * @param filedOn the day of filing
     * @param settledOn the day on which the medical insurance settled the bill
     */
    record Stay(
            String id,
            Person person,
            LocalDate admittedOn,
            LocalDate dischargedOn,
            int hospitalLevel,
            Cause cause,
            Optional<LocalDate> accidentOn,
            Optional<String> icd,
            Optional<String> transferredFrom,
            Optional<LocalDate> filedOn,
            Optional<LocalDate> settledOn,
            Costs costs,
            Set<Circumstance> circumstances)
            implements Event {
        public Stay {
            Require.that(!dischargedOn.isBefore(admittedOn), "The stay %s ends before it starts", id);
        }

        /** Discharge minus admission; a stay of one day is one day (算头不算尾). */
        public int days() {
            return Math.max(1, Math.toIntExact(ChronoUnit.DAYS.between(admittedOn, dischargedOn)));
        }
    }

    /** Outpatient care that the medical insurance settled on the day. */
    record Visit(String id, Person person, LocalDate settledOn, Costs costs, Set<Circumstance> circumstances)
            implements Event {}

    /**
     * An accident and what it left behind.
     *
     * @param grades the grades of disability that were assessed, 1 the heaviest
     * @param priorGrade the grade of an earlier disability
     * @param assessedOn the day of the assessment
     * @param restDays certified days off work
     * @param careDays certified days of rehabilitation or care
     */
    record Accident(
            String id,
            Person person,
            LocalDate on,
            List<Integer> grades,
            OptionalInt priorGrade,
            Optional<LocalDate> assessedOn,
            int restDays,
            int careDays,
            List<Injury> injuries,
            Set<Circumstance> circumstances)
            implements Event {
        public Accident {
            grades = List.copyOf(grades);
            injuries = List.copyOf(injuries);
        }
    }

    /**
     * A death.
     *
     * @param accidentOn the day of the accident, where one caused the death
     * @param accident the accident among the events that caused it
     */
    record Death(
            String id,
            Person person,
            LocalDate on,
            Cause cause,
            Optional<LocalDate> accidentOn,
            Optional<String> accident,
            Set<Circumstance> circumstances)
            implements Event {}

    /**
     * A loss of property at home.
     *
     * @param address tells homes apart; one address is paid once for one event
     */
    record Loss(
            String id,
            Person person,
            LocalDate on,
            LossCause cause,
            Money amount,
            String address,
            Set<Circumstance> circumstances)
            implements Event {}

    /** The end of a coverage period of a savings-type plan. */
    record Maturity(String id, Person person, LocalDate on, Set<Circumstance> circumstances) implements Event {}

    /** The parts of a bill that are known. */
    record Costs(Map<CostField, Money> amounts) {
        public Costs {
            amounts = Map.copyOf(amounts);
            amounts.forEach((field, amount) ->
                    Require.that(!amount.isNegative(), "The amount %s of a bill is below zero: %s", field, amount));
        }

        public Optional<Money> of(CostField field) {
            return Optional.ofNullable(amounts.get(field));
        }
    }
}
