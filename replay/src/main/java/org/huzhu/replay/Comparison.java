package org.huzhu.replay;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answer to a {@link Question}: what the rules give before and after the change. Amounts are in fen.
 *
 * @param plans the names of all plans that the change may touch, the one that is changed first
 * @param before under the rules that it is compared with
 * @param after under the rules with the change
 * @param tables one for each grouping of the question, over all plans that are touched
 * @param payments the payments of the plan by their amount
 * @param movement who gains and who loses, over all plans that are touched
 * @param largest the largest changes for one member, at most {@link #LARGEST}, then by the number of the member
 */
public record Comparison(
        Question question,
        List<String> plans,
        Totals before,
        Totals after,
        List<GroupTable> tables,
        List<Step> payments,
        Movement movement,
        List<MemberChange> largest) {

    /** How many of the largest changes are kept. */
    public static final int LARGEST = 50;

    public Comparison {
        plans = List.copyOf(plans);
        tables = List.copyOf(tables);
        payments = List.copyOf(payments);
        largest = List.copyOf(largest);
    }

    /**
     * All together.
     *
     * @param plan what the plan gives that is changed
     * @param all what all plans give that are touched
     * @param enrolments in the plan that is changed
     */
    public record Totals(Figures plan, Figures all, Enrolments enrolments) implements Serializable {

        /** What the plan gives for each enrolment, rounded to the fen; empty where there is no enrolment. */
        public OptionalLong perTermFen() {
            long terms = enrolments.terms();
            return terms == 0 ? OptionalLong.empty() : OptionalLong.of((plan.fen() + terms / 2) / terms);
        }

        /** The contribution for a unit of cover at which the plan gives what it takes, rounded up to the fen. */
        public OptionalLong breakEvenFen() {
            long units = enrolments.units();
            return units == 0 ? OptionalLong.empty() : OptionalLong.of(Math.ceilDiv(plan.fen(), units));
        }

        /** What the plan gives of what it takes (赔付率), in tenths of a per cent; empty where it takes nothing. */
        public OptionalLong payoutPerMille() {
            long taken = enrolments.contributionFen();
            return taken <= 0
                    ? OptionalLong.empty()
                    : OptionalLong.of((Math.multiplyExact(plan.fen(), 1000) + taken / 2) / taken);
        }
    }

    /** The payments whose amount lies in one step, before and after; persons are not counted. */
    public record Step(String label, Figures before, Figures after) implements Serializable {}

    /**
     * Who gains and who loses.
     *
     * @param holders members who ever held one of the plans
     * @param gaining members who are given more
     * @param losing members who are given less
     * @param same members who are given the same, and something
     * @param newly of those who gain, those who were given nothing before
     * @param noLonger of those who lose, those who are given nothing after
     * @param gains by the size of the gain, from the smallest
     * @param losses by the size of the loss, from the smallest
     */
    public record Movement(
            long holders,
            Moved gaining,
            Moved losing,
            long same,
            long newly,
            long noLonger,
            List<MovedStep> gains,
            List<MovedStep> losses)
            implements Serializable {
        public Movement {
            gains = List.copyOf(gains);
            losses = List.copyOf(losses);
        }

        /** Members to whom nothing is given before or after. */
        public long nothing() {
            return holders - gaining.members() - losing.members() - same;
        }
    }

    /** Members, and by how much they gain or lose in all; never below zero. */
    public record Moved(long members, long fen) implements Serializable {}

    /** Members who gain or lose an amount that lies in one step. */
    public record MovedStep(String label, Moved moved) implements Serializable {}

    /**
     * What changes for one member.
     *
     * @param member the number of the member in the store
     * @param agency the agency of the member
     */
    public record MemberChange(long member, String agency, long beforeFen, long afterFen) implements Serializable {
        public long changeFen() {
            return Math.subtractExact(afterFen, beforeFen);
        }
    }

    /** The table by these dimensions, if it was asked for. */
    public Optional<GroupTable> table(List<Dimension> by) {
        return tables.stream().filter(table -> table.by().equals(by)).findFirst();
    }
}
