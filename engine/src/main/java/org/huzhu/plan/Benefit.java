package org.huzhu.plan;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.kernel.Require;

/**
 * What one clause promises (给付).
 *
 * <p>The list is closed on purpose. A new kind of benefit is a new record here; the compiler then points at every place
 * that must price it or print it, and a test at the reader until some plan uses it. Caps are not part of a benefit:
 * they are {@link Cap}, because they may bind several clauses together.
 */
public sealed interface Benefit {

    /**
     * A fixed sum for a disease of a list (疾病定额), for each unit of cover.
     *
     * @param list the name of the disease list in the {@link Dictionary}
     * @param full for each unit of cover whose waiting is over
     * @param reduced for each unit in the reduced zone; empty when that zone gives nothing here
     * @param ends the clauses of the plan whose cover of this coverage period ends with a payment
     * @param timesPerTerm how often it may be paid in one coverage period; empty for no limit
     * @param onceForLife whether a class once paid is never paid again, through all versions and lists
     */
    record DiseaseSum(
            String list,
            Amounts full,
            Optional<Amounts> reduced,
            Set<String> ends,
            OptionalInt timesPerTerm,
            boolean onceForLife)
            implements Benefit {
        public DiseaseSum {
            ends = Set.copyOf(ends);
        }
    }

    /**
     * A fixed sum for each day (日津贴), for each unit of cover.
     *
     * @param daysUnpaid days at the start of each stay that count for nothing (免赔日)
     * @param transferHoursMax a stay that follows a transfer within so many hours is one with the stay before
     * @param hospitalLevelMin the lowest level of hospital that counts, 1 to 3
     */
    record DailyAllowance(
            DayKind days,
            Set<Cause> causes,
            Amounts perDay,
            int daysUnpaid,
            int transferHoursMax,
            int hospitalLevelMin,
            AcrossTerms acrossTerms)
            implements Benefit {
        public DailyAllowance {
            causes = Set.copyOf(causes);
            Require.that(daysUnpaid >= 0, "Days unpaid cannot be %d", daysUnpaid);
            Require.that(
                    hospitalLevelMin >= 1 && hospitalLevelMin <= 3, "There is no hospital level %d", hospitalLevelMin);
        }
    }

    /** Which days are paid (计日). */
    enum DayKind {
        /** 住院日: discharge minus admission, at least one. */
        HOSPITAL,
        /** 休养日: days off work certified after an accident. */
        REST,
        /** 康复照顾日: days of rehabilitation or care certified after an accident. */
        CARE
    }

    /** Which coverage period pays a stay that runs over the end of one (跨期). */
    enum AcrossTerms {
        /** 入院期全付: the period of the admission pays all days. */
        ADMISSION_PAYS_ALL,
        /** 按期内日数: each period pays the days that lie in it. */
        DAYS_IN_TERM
    }

    /**
     * A share of the cost of each stay (费用比例).
     *
     * @param base the part of the bill that is shared
     * @param rows deductible and share by ordinal of the stay and by hospital level
     * @param order what makes a stay the first, second, third of the coverage period
     * @param minimum a stay that would give less than this gives this; zero for none
     * @param paymentsMax stays that are paid in one coverage period; empty for no limit
     */
    record CostShare(
            CostField base,
            Set<Cause> causes,
            List<ShareRow> rows,
            StayOrder order,
            Money minimum,
            OptionalInt paymentsMax,
            RoundingMode rounding)
            implements Benefit {
        public CostShare {
            causes = Set.copyOf(causes);
            rows = List.copyOf(rows);
            Require.that(!rows.isEmpty(), "A share of cost needs at least one row");
        }

        /** The row for the stay; empty when none fits. */
        public Optional<ShareRow> row(int ordinal, int hospitalLevel) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).isFor(ordinal, hospitalLevel)) {
                    return Optional.of(rows.get(i));
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Deductible and share of a stay.
     *
     * @param ordinal the number of the stay in the coverage period, from 1
     * @param andLater whether the row holds for later stays too
     * @param hospitalLevel 1 to 3; empty for every level
     */
    record ShareRow(int ordinal, boolean andLater, OptionalInt hospitalLevel, Money deductible, Rate share) {
        public ShareRow {
            Require.that(ordinal >= 1, "Stays are counted from 1, not from %d", ordinal);
        }

        private boolean isFor(int number, int level) {
            return (ordinal == number || (andLater && ordinal <= number))
                    && (hospitalLevel.isEmpty() || hospitalLevel.getAsInt() == level);
        }
    }

    /** What makes a stay the first, second, third (次序). */
    enum StayOrder {
        /** 按入院先后: a stay that is filed late shifts the stays after it, and they are rated anew. */
        ADMISSION,
        /** 按申报先后: the order of filing; what was paid stays as it was. */
        FILING
    }

    /**
     * A share of what the member bore in a calendar year above the deductibles of outpatient care and of each stay
     * (年度费用补助), rounded once for the year.
     */
    record YearlyShare(
            CostField base,
            Money outpatientDeductible,
            Money firstStayDeductible,
            Money laterStayDeductible,
            Rate share,
            RoundingMode rounding)
            implements Benefit {}

    /**
     * A share, by bands, of the cumulative cost of a calendar year (年度分段补助), rounded once for the year.
     *
     * @param base the part of the bills that is summed over the year
     * @param lessOthers what other payers gave, taken off the sum first
     * @param bands by ascending start; the first starts at the deductible
     */
    record BandedShare(CostField base, Set<CostField> lessOthers, List<Band> bands, RoundingMode rounding)
            implements Benefit {
        public BandedShare {
            lessOthers = Set.copyOf(lessOthers);
            bands = List.copyOf(bands);
            Require.that(!bands.isEmpty(), "A banded share needs at least one band");
            for (int i = 1; i < bands.size(); i++) {
                Require.that(
                        bands.get(i - 1).above().compareTo(bands.get(i).above()) < 0,
                        "The bands must start at ascending amounts");
            }
        }
    }

    /** The part of a sum above {@code above}, up to the start of the next band, is shared at {@code share}. */
    record Band(Money above, Rate share) {}

    /**
     * A share of a sum by grade of disability (伤残).
     *
     * @param sum the sum for the heaviest grade
     * @param ratios the ratio of each grade, heaviest first: ten for JR/T 0083-2013, seven for the older scale
     * @param equalRaise grades by which several equally heaviest disabilities are raised, never above grade 1
     * @param lessPrior whether the ratio of an earlier disability is taken off
     * @param assessedByDay the day after the accident on which an unfinished treatment is assessed
     */
    record DisabilityShare(Amounts sum, List<Rate> ratios, int equalRaise, boolean lessPrior, int assessedByDay)
            implements Benefit {
        public DisabilityShare {
            ratios = List.copyOf(ratios);
            Require.that(!ratios.isEmpty(), "A scale of disability needs at least one grade");
        }
    }

    /**
     * A fixed sum at death (身故).
     *
     * @param causes the causes of death that are covered
     * @param withinDays after the accident; empty for no limit
     */
    record DeathSum(Amounts sum, Set<Cause> causes, OptionalInt withinDays) implements Benefit {
        public DeathSum {
            causes = Set.copyOf(causes);
        }
    }

    /**
     * A consolation payment by kind of injury (伤情慰问), a share of a sum; of several injuries the highest counts.
     *
     * @param rates by kind of injury
     */
    record InjuryConsolation(Amounts sum, List<InjuryRate> rates) implements Benefit {
        public InjuryConsolation {
            rates = List.copyOf(rates);
        }
    }

    /** The share for one kind of injury. */
    record InjuryRate(Injury injury, Rate share) {}

    /** A kind of injury (伤情). */
    enum Injury {
        FRACTURE,
        CRACK,
        TENDON_RUPTURE,
        BURN
    }

    /**
     * A share of a loss of property at home (家财损失). One address is paid once for one event.
     *
     * @param rows share and cap by cause
     */
    record PropertyLoss(List<LossRow> rows) implements Benefit {
        public PropertyLoss {
            rows = List.copyOf(rows);
        }
    }

    /** Share and cap for one cause of loss. */
    record LossRow(LossCause cause, Rate share, Money max) {}

    /** A cause of loss (损失原因). */
    enum LossCause {
        FIRE,
        WATER,
        BURST_PIPE
    }

    /** The return of the contribution at maturity (满期返还) of the old savings-type plans, as a share of it. */
    record MaturityReturn(Rate share) implements Benefit {}
}
