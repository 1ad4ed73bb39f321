package org.huzhu.operations.claims;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.demonstration.TurnedClock;
import org.huzhu.ledger.Fund;
import org.huzhu.operations.Doors;
import org.huzhu.payments.AnswerDesk;
import org.huzhu.payments.PaymentDesk;
import org.huzhu.payments.PaymentDesk.Account;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.PaymentDesk.Waiting;
import org.huzhu.payments.bank.AnswerHead;
import org.huzhu.payments.bank.AnswerLine;
import org.huzhu.payments.bank.AnswerLine.Outcome;
import org.huzhu.payments.bank.FileForm;
import org.huzhu.payments.bank.FileForms;
import org.huzhu.payments.bank.Instruction;

/** Pays what waits: one assembles and files, another releases, a made-up bank answers. */
final class Cashier {

    private static final String LAYOUT = "bob-csv";
    private static final String HOLDER = "职工互助保障会演示账户";

    /** The account is closed. */
    private static final String CLOSED = "AC04";

    private final Doors doors;
    private final Staff staff;
    private final PaymentDesk desk;
    private final FileForm form;

    Cashier(Doors doors, Staff staff) {
        this.doors = doors;
        this.staff = staff;
        this.desk = doors.get(PaymentDesk.class);
        this.form = doors.get(FileForms.class).find(LAYOUT).orElseThrow();
    }

    private Caller maker() {
        return staff.official(Role.FINANCE_MAKER);
    }

    /** Pays all that waits, by fund; the bank answers the day after, and gives back the first so many of each file. */
    void pay(LocalDate day, int returned) {
        for (Batch batch : file(day)) {
            Caller checker = staff.official(Role.FINANCE_CHECKER);
            Batch _ = doors.as(checker, () -> desk.release(checker, batch.id()));
            turn(day.plusDays(1));
            answer(batch, day.plusDays(1), returned);
            turn(day);
        }
    }

    /** Puts all that waits into batches, by fund, and writes their files; nobody has released them yet. */
    List<Batch> file(LocalDate day) {
        turn(day);
        Caller maker = maker();
        Set<Fund> funds = doors.as(maker, () -> desk.waiting(maker)).stream()
                .map(Waiting::fund)
                .collect(Collectors.toSet());
        List<Batch> batches = new ArrayList<>();
        for (Fund fund : funds) {
            batches.add(doors.as(maker, () -> {
                desk.setAccount(maker, fund.id(), account(fund));
                return desk.file(maker, desk.assemble(maker, fund.id()).id());
            }));
        }
        return batches;
    }

    private void turn(LocalDate day) {
        doors.get(TurnedClock.class).turnTo(day);
    }

    private static Account account(Fund fund) {
        return new Account(HOLDER, "0109000012345000" + (fund.kind().ordinal() + 1), LAYOUT);
    }

    private void answer(Batch batch, LocalDate day, int returned) {
        Caller maker = maker();
        Path file = doors.as(maker, () -> desk.file(maker, batch.id(), 1));
        try {
            Path answer = Files.createTempFile("huzhu-answer-", ".csv");
            try (OutputStream out = Files.newOutputStream(answer)) {
                write(file, day, returned, out);
            }
            UUID _ = doors.as(
                    maker,
                    () -> doors.get(AnswerDesk.class)
                            .take(maker, batch.fund(), answer)
                            .answer());
            Files.delete(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, LocalDate day, int returned, OutputStream out) throws IOException {
        List<AnswerLine> lines = new ArrayList<>();
        String number = form.sent(file, order -> lines.add(line(order, day, lines.size() < returned)));
        AnswerHead head = new AnswerHead(
                Optional.of(number), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), day);
        form.answer(out, head, lines);
    }

    private static AnswerLine line(Instruction order, LocalDate day, boolean isReturned) {
        return new AnswerLine(
                order.line(),
                "BJ%s%08x"
                        .formatted(
                                day.toString().replace("-", ""),
                                order.reference().hashCode()),
                order.reference(),
                isReturned ? Outcome.RETURNED : Outcome.PAID,
                isReturned ? Optional.of(CLOSED) : Optional.empty(),
                Optional.of(order.sum()),
                Optional.of(order.name()),
                day);
    }
}
