package org.huzhu.contributions;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;

/**
 * What came into the bank, and what of it belongs to which bills: found by itself where that is beyond doubt, by a
 * person elsewhere.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link ContributionRefused} if it
 * cannot be.
 */
public interface BankReceipts {

    /**
     * Takes a file of the bank, all of it or nothing. What was taken before changes nothing. Then looks for the bills:
     * by the references in the remark, whose bills must sum to what came; else by the name of the payer, where one open
     * bill of his, or all of them together, have the sum.
     *
     * @param office whose bank account it is
     * @param kind of the fund whose account it is
     * @param file a workbook, or separated text
     */
    Taken take(Caller caller, UUID office, Fund.Kind kind, Path file);

    /** What waits, the oldest first, with the bills that it may be for. */
    List<Waiting> waiting(Caller caller, int max);

    Deposit deposit(Caller caller, UUID deposit);

    /** Marks it as coming from a person, or as not. While it is marked it is allocated to nothing. */
    void mark(Caller caller, UUID deposit, boolean isPersonal, String reason);

    /** Allocates parts of a deposit to bills; what is left goes on waiting. */
    List<Allocation> allocate(Caller caller, UUID deposit, List<Part> parts);

    /** Takes an allocation back, by reversal, as long as the batch is not paid and its cover agreed. */
    void undo(Caller caller, UUID allocation, String reason);

    /** What a deposit, or a bill, was allocated to, also what was undone. */
    List<Allocation> allocations(Caller caller, UUID depositOrBill);

    /**
     * What a file brought.
     *
     * @param lines that say that money came in
     * @param known that had been taken before
     * @param matched of the others, for which bills were found
     * @param personal of the others, which come from persons
     */
    record Taken(int lines, int known, int matched, int personal) {}

    /** So much of a deposit, for a bill. */
    record Part(UUID bill, Money money) {}

    /**
     * A line of the bank: money that came in (到账).
     *
     * @param path that of the office
     * @param serial unique within the account
     * @param payer as the bank has it
     */
    record Deposit(
            UUID id,
            UUID fund,
            String path,
            String serial,
            LocalDate day,
            Money sum,
            String payer,
            String remark,
            boolean isPersonal,
            Money allocated,
            Money held,
            Money refunded) {

        /** What belongs to nothing yet, and nobody has asked to refund. */
        public Money left() {
            return sum.minus(allocated).minus(held).minus(refunded);
        }
    }

    /** A deposit that waits, and the bills that it may be for, the likeliest first. */
    record Waiting(Deposit deposit, List<Bill> candidates) {

        public Waiting {
            candidates = List.copyOf(candidates);
        }
    }

    /** How the bill of a deposit was found. Names are stored: never rename one. */
    enum Found {
        REFERENCE,
        NAME,
        HAND
    }

    /**
     * So much of a deposit, that belongs to a bill (核销).
     *
     * @param undone why it was taken back; empty where it stands
     */
    record Allocation(UUID id, UUID deposit, UUID bill, Money money, Found found, Optional<String> undone) {}
}
