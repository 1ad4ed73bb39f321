package org.huzhu.enrolment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.kernel.Money;

/**
 * A batch as it is looked at before it is confirmed, and after.
 *
 * @param counts the rows of each kind; those that a file with corrections came for are left out
 * @param replaced wrong rows that a file with corrections came for
 * @param plans what each plan of the batch comes to
 * @param progress how far the reading is; empty when it is not read just now
 * @param findings what holds the batch as a whole back, and what else to know of it
 */
public record Look(
        Batch batch,
        Map<Kind, Integer> counts,
        int replaced,
        List<PlanSum> plans,
        Optional<Progress> progress,
        List<Finding> findings) {

    public Look {
        counts = Map.copyOf(counts);
        plans = List.copyOf(plans);
        findings = List.copyOf(findings);
    }

    /** How many rows are of the kind. */
    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** How many people will be under cover. */
    public int people() {
        return count(Kind.NEW) + count(Kind.RENEWED) + count(Kind.CHANGED);
    }

    /** What is due in all. */
    public Money due() {
        return Money.sum(plans.stream().map(PlanSum::due).toList());
    }

    /** Whether it can be confirmed as it stands. */
    public boolean isReady() {
        return batch.state() == Batch.State.LOOKED
                && people() > 0
                && findings.stream().noneMatch(Finding::blocks);
    }

    /** What a row of a roster is. Names are stored: never rename one. */
    public enum Kind {
        /** No cover under any of the plans before. */
        NEW,
        /** Cover under the plan before. */
        RENEWED,
        /** The same, with more or fewer units of cover. */
        CHANGED,
        /** Under cover on these days already. */
        DUPLICATE,
        /** Enrolled no longer: he has left, or the handler left him out. */
        LEFT,
        WRONG
    }

    /** What one plan of the batch comes to. */
    public record PlanSum(String plan, int heads, int units, Money due) {}

    /** How far the reading is: rows that are read, and bytes of all. */
    public record Progress(int rows, String step) {}

    /**
     * Something about the batch as a whole.
     *
     * @param text in Chinese, with what to do
     */
    public record Finding(boolean blocks, String text) {}

    /**
     * A row that somebody should look at.
     *
     * @param part of which file, from 1; 0 for people of the register
     * @param row as the user sees it in that file
     */
    public record Row(int part, int row, String name, Kind kind, List<Trouble> troubles) {

        public Row {
            troubles = List.copyOf(troubles);
        }
    }

    /** What is wrong with a row, in which column, and what to do; in Chinese, without a full stop. */
    public record Trouble(String column, String wrong, String remedy) {}
}
