package org.huzhu.portal.enrolment;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.huzhu.contributions.Bill;
import org.huzhu.enrolment.Batch;
import org.huzhu.enrolment.Batch.State;
import org.huzhu.enrolment.Look;
import org.huzhu.enrolment.Look.Kind;

/**
 * A batch as its page shows it.
 *
 * @param unit what the unit is called
 * @param mayFile whether it can be confirmed, corrected, taken back by whoever looks
 * @param mayReview whether it is his turn to review it
 * @param bills what is to be paid for it, or was
 */
public record BatchView(Look look, String unit, boolean mayFile, boolean mayReview, List<Bill> bills, Shown shown) {

    public BatchView {
        bills = List.copyOf(bills);
    }

    /**
     * The rows that are shown.
     *
     * @param passed how many came before
     * @param hasMore whether there are more after them
     */
    public record Shown(Kind kind, int passed, List<Look.Row> rows, boolean hasMore) {

        public Shown {
            rows = List.copyOf(rows);
        }
    }

    public Batch batch() {
        return look.batch();
    }

    public String address() {
        return "/w/enrolments/" + batch().id();
    }

    public String plans() {
        return batch().plans().stream()
                .map(pinned -> pinned.plan()
                        + pinned.tier().map(tier -> "（" + tier + "）").orElse(""))
                .collect(Collectors.joining("、"));
    }

    /** Where the rows after those that are shown are. */
    public String next() {
        return address() + "?kind=" + shown.kind() + "&after="
                + (shown.passed() + shown.rows().size());
    }

    public boolean isReading() {
        return batch().state() == State.READING;
    }

    public boolean canCorrect() {
        return mayFile
                && (batch().state() == State.RETURNED
                        || batch().state() == State.UNREADABLE
                        || (batch().state() == State.LOOKED && (look.count(Kind.WRONG) > 0 || batch().renews())));
    }

    /** Whether those who are shown can be left out, one by one. */
    public boolean canLeaveOut() {
        return mayFile
                && batch().state() == State.LOOKED
                && EnumSet.of(Kind.NEW, Kind.RENEWED, Kind.CHANGED).contains(shown.kind());
    }

    /** Whether the rows that are wrong go back in the user's own workbook: not where they came from the register. */
    public boolean hasErrors() {
        return batch().state() == State.LOOKED && batch().parts() > 0 && look.count(Kind.WRONG) > 0;
    }

    /** Whether a file with changes alone is asked for, there being nothing wrong. */
    public boolean isForChanges() {
        return batch().state() == State.LOOKED && batch().renews() && look.count(Kind.WRONG) == 0;
    }

    public boolean canTakeBack() {
        return mayFile
                && (batch().state() == State.FILED
                        || batch().state() == State.CONFIRMED
                        || batch().state() == State.STARTED);
    }

    /** Whether there is something to put on paper: once it is filed. */
    public boolean canPrint() {
        return batch().state() == State.FILED || batch().state() == State.CONFIRMED || batch().state() == State.STARTED;
    }

    public boolean canDrop() {
        return mayFile
                && (batch().state() == State.LOOKED
                        || batch().state() == State.UNREADABLE
                        || batch().state() == State.RETURNED);
    }
}
