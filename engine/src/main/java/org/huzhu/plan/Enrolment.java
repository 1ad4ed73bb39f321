package org.huzhu.plan;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.kernel.Require;
import org.huzhu.kernel.Sex;

/**
 * Who may enrol, for what contribution, and for how long (参保).
 *
 * @param sexes the sexes that may enrol
 * @param ages the ages that may enrol, in full years (周岁), by sex
 * @param ageCountedOn the day on which full years are counted
 * @param categories the groups of people that may enrol
 * @param contributions one row for each price
 * @param windows the dates of the year in which enrolments are taken; empty when all year
 * @param payers who may pay the contribution
 * @param joining who may come in while the term of his unit runs, and until when; empty where anybody may, each for a
 *     term of his own
 * @param notWith plans that nobody may hold on the same days, by their short names
 */
public record Enrolment(
        Funding funding,
        Set<Sex> sexes,
        List<AgeRange> ages,
        AgeDay ageCountedOn,
        Set<Category> categories,
        List<Contribution> contributions,
        TermLength term,
        Units units,
        Optional<Participation> participation,
        List<Window> windows,
        Set<Payer> payers,
        Refund refund,
        Optional<Joining> joining,
        Set<String> notWith,
        Basis basis) {

    public Enrolment {
        sexes = Set.copyOf(sexes);
        ages = List.copyOf(ages);
        categories = Set.copyOf(categories);
        contributions = List.copyOf(contributions);
        windows = List.copyOf(windows);
        payers = Set.copyOf(payers);
        notWith = Set.copyOf(notWith);
    }

    /** The price of one unit of cover for the tier, occupation and category; empty when none is on sale. */
    public Optional<Contribution> contribution(Optional<String> tier, Occupation occupation, Category category) {
        return contributions.stream()
                .filter(row -> row.tier().equals(tier))
                .filter(row -> row.occupation().isEmpty() || row.occupation().get() == occupation)
                .filter(row -> row.category().isEmpty() || row.category().get() == category)
                .findFirst();
    }

    /**
     * What is left of a benefit for somebody who was enrolled under another class of occupation than the one that he
     * has: as much of it as was paid of what was due, half a fen up, and never more than the benefit. A job that was
     * changed within the term counts from the day on which it was made known, so the class is that which he had to
     * state.
     *
     * @throws IllegalArgumentException if there is no price for one of the two
     */
    public Money forOccupation(Money benefit, Contribution paid, Occupation his) {
        Contribution due = contribution(paid.tier(), his, paid.category().orElse(Category.IN_SERVICE))
                .orElseThrow(() -> new IllegalArgumentException("No contribution is named for %s in tier %s"
                        .formatted(his, paid.tier().orElse("-"))));
        return due.perUnit().compareTo(paid.perUnit()) <= 0
                ? benefit
                : benefit.proportion(paid.perUnit().fen(), due.perUnit().fen(), RoundingMode.HALF_UP);
    }

    /** Where the money of a plan comes from (性质). Each kind has a fund of its own. */
    public enum Funding {
        /** 会费型: members' contributions. */
        CONTRIBUTION,
        /** 公益型: paid by the unions. */
        PUBLIC_BENEFIT,
        /** 赠送: paid by a sponsor for a roster. */
        GIFT
    }

    /** The day on which age is counted. */
    public enum AgeDay {
        /** 生效日: the first day of the coverage period. */
        TERM_START,
        /** 投保日: the day on which the enrolment is handed in. */
        ENROLLED_ON
    }

    /** A group of people that a plan can be open to (对象). */
    public enum Category {
        IN_SERVICE,
        NEW_FORM,
        HARDSHIP,
        MODEL_WORKER,
        CHILD,
        SPOUSE,
        PARENT,
        EVENT_STAFF,
        NO_UNION
    }

    /** The class of a person's occupation (职业类别). */
    public enum Occupation {
        ORDINARY,
        HIGH_RISK
    }

    /** Who may pay a contribution (缴费人). */
    public enum Payer {
        MEMBER,
        UNIT_UNION,
        EMPLOYER,
        UPPER_UNION,
        SPONSOR
    }

    /** What is given back of a contribution (退费). */
    public enum Refund {
        /** 不退: nothing, whether a benefit was paid or not. */
        NONE,
        /** 重复参保退还: only a void second enrolment is given back. */
        DUPLICATES
    }

    /**
     * Ages that may enrol.
     *
     * @param sex the sex that the row is for; empty for both
     * @param min full years, inclusive
     * @param max full years, inclusive
     */
    public record AgeRange(Optional<Sex> sex, int min, int max) {
        public AgeRange {
            Require.that(0 <= min && min <= max && max <= 120, "Ages from %d to %d make no range", min, max);
        }
    }

    /**
     * The price of one unit of cover (份) for one coverage period.
     *
     * @param tier the tier (档), where the plan has tiers
     * @param occupation the class of occupation; empty for all
     * @param category the group of people; empty for all
     * @param perUnit zero when the plan is free
     */
    public record Contribution(
            Optional<String> tier,
            Optional<Occupation> occupation,
            Optional<Category> category,
            Money perUnit,
            boolean illustrative) {}

    /**
     * How many units of cover one person may hold (份数).
     *
     * @param max counted over all terms of the plan that overlap
     * @param sameForAll whether all people of a unit must take the same number
     */
    public record Units(int max, boolean sameForAll) {
        public Units {
            Require.that(max > 0, "A person may hold at least one unit of cover, not %d", max);
        }
    }

    /**
     * The gate on a unit's batch: how many of its people must enrol (参保率).
     *
     * @param share of the base, rounded up to whole persons
     * @param allUpTo units with at most this many people in the base enrol all of them; zero when there is no such rule
     * @param atLeast persons in any case; zero when there is no such rule
     */
    public record Participation(Rate share, int allUpTo, int atLeast, GateBase base) {

        /** The number of persons that must enrol, of a base of {@code people}. */
        public int needed(int people) {
            Require.that(people >= 0, "A unit cannot have %d people", people);
            if (people <= allUpTo) {
                return Math.max(people, atLeast);
            }
            long tenThousandths = Math.multiplyExact((long) people, share.basisPoints());
            return Math.max(Math.toIntExact(Math.ceilDiv(tenThousandths, 10_000L)), atLeast);
        }
    }

    /** Who counts in the base of the gate (基数). */
    public enum GateBase {
        ALL_STAFF,
        WOMEN
    }

    /** When the cover ends of whoever joins while the term of his unit runs (期满). */
    public enum JoinersEnd {
        /** 随单位同期满: on the day on which that of the unit ends. */
        WITH_UNIT,
        /** 各满一期: after a whole term of his own. */
        OWN_TERM
    }

    /** What is due for a joiner whose cover is shorter than a term (会费). */
    public enum JoinersFee {
        /** 全额: the contribution of a whole term. */
        FULL,
        /** 按月: for the months that are left, one that has begun counted whole. */
        BY_MONTH
    }

    /**
     * How people join while the term of their unit runs (中途参加).
     *
     * @param hiredWithin days since they were hired, inclusive; whoever works there longer waits for the next term
     */
    public record Joining(int hiredWithin, JoinersEnd end, JoinersFee fee) {}

    /**
     * Dates of the year between which enrolments are taken, both inclusive.
     *
     * @param from month times 100 plus day, such as 1101 for the first of November
     * @param to the same; before {@code from} when the window runs over the new year
     */
    public record Window(int from, int to) {}
}
