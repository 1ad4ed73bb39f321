package org.huzhu.payments;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;

/**
 * Where benefits are paid: what waits is put into a batch, the batch into files, and another person releases it.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link PaymentRefused} if it cannot
 * be.
 */
public interface PaymentDesk {

    /** What waits to be paid, by fund, kind and who stands right below the caller; the oldest first. */
    List<Waiting> waiting(Caller caller);

    /** The batches, the latest first. */
    List<Batch> batches(Caller caller, int max);

    Batch batch(Caller caller, UUID batch);

    /** The orders of a batch from a place on, counted from 0 over all its files. */
    List<Order> orders(Caller caller, UUID batch, int from, int max);

    /** Orders that were given back, wait for a confirmation, or are unknown; the oldest first. */
    List<Order> unsettled(Caller caller, int max);

    /** The files of a batch; none before it is filed. */
    List<PartFile> files(Caller caller, UUID batch);

    Optional<Account> account(Caller caller, UUID fund);

    /** Says which account a fund pays from, and in which form its bank takes files. */
    void setAccount(Caller caller, UUID fund, Account account);

    /** Puts all that waits of a fund into a batch, which is frozen at once. */
    Batch assemble(Caller caller, UUID fund);

    /** Writes the files of a batch. */
    Batch file(Caller caller, UUID batch);

    /** Lets the orders of a batch that was not released wait again; its number is not used again. */
    void drop(Caller caller, UUID batch, String reason);

    /** Releases a batch that others assembled and filed. */
    Batch release(Caller caller, UUID batch);

    /** A file as it is to go to the bank; written again where it is not on this machine. */
    Path file(Caller caller, UUID batch, int part);

    /**
     * Payables that wait.
     *
     * @param under the path of the organisation right below the caller, or of the caller
     * @param since since when the oldest waits
     * @param days how many days that is
     */
    record Waiting(Fund fund, String kind, String under, int count, Money sum, LocalDate since, long days) {}

    /**
     * An account that benefits are paid from.
     *
     * @param layout the form of files, by its name
     */
    record Account(String holder, String number, String layout) {}

    /**
     * Orders that are paid together.
     *
     * @param parts how many files it has
     * @param makers who assembled and who filed it
     * @param paid how many of its orders are paid so far
     * @param returned how many were given back
     * @param unknown how many the bank never answered
     */
    record Batch(
            UUID id,
            String number,
            UUID fund,
            String path,
            String layout,
            LocalDate day,
            int orders,
            int parts,
            Money sum,
            BatchState state,
            List<String> makers,
            Optional<LocalDate> releasedOn,
            Optional<LocalDate> answerDue,
            int paid,
            int returned,
            int unknown) {

        public Batch {
            makers = List.copyOf(makers);
        }
    }

    /** How far a batch has come. Names are stored: never rename one. */
    enum BatchState {
        /** 已组批. */
        FROZEN,
        /** 已制盘. */
        FILED,
        /** 已发放. */
        RELEASED,
        /** 已作废. */
        DROPPED
    }

    /**
     * One attempt to pay.
     *
     * @param payee masked
     */
    record Order(
            UUID id,
            String key,
            String payee,
            String cardEnd,
            Money sum,
            Standing.State state,
            int attempt,
            LocalDate since,
            Optional<String> reason,
            boolean isAsked) {}

    /**
     * A file of a batch.
     *
     * @param sha256 its digest in hexadecimal
     */
    record PartFile(int part, String name, String sha256, int orders, Money sum) {}
}
