package org.huzhu.payments.bank;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.huzhu.payments.bank.AnswerLine.Outcome;

/** A made-up bank: reads a file of ours and answers it; the same seed gives the same answer. */
public final class BankSimulator {

    private static final String GENERATOR = "L64X128MixRandom";
    private static final List<String> REASONS = List.of("AC04", "BE01", "AC01", "AC06");

    private final FileForm form;
    private final RandomGenerator random;
    private final double returned;

    /**
     * A bank.
     *
     * @param returned which share of the orders it gives back, from 0 to 1
     */
    public BankSimulator(FileForm form, long seed, double returned) {
        this.form = form;
        this.random = RandomGeneratorFactory.of(GENERATOR).create(seed);
        this.returned = returned;
    }

    /** Writes the answer to a file, as of a day. */
    public void answer(Path file, LocalDate day, OutputStream out) throws IOException {
        List<AnswerLine> lines = new ArrayList<>();
        String number = form.sent(file, order -> lines.add(line(order, day)));
        AnswerHead head = new AnswerHead(
                Optional.of(number), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), day);
        form.answer(out, head, lines);
    }

    private AnswerLine line(Instruction order, LocalDate day) {
        boolean isReturned = random.nextDouble() < returned;
        Outcome outcome = isReturned ? Outcome.RETURNED : Outcome.PAID;
        return new AnswerLine(
                order.line(),
                "SIM%d%08x"
                        .formatted(
                                order.line(),
                                AnswerLine.serial(order.reference(), outcome).hashCode()),
                order.reference(),
                outcome,
                isReturned ? Optional.of(REASONS.get(random.nextInt(REASONS.size()))) : Optional.empty(),
                Optional.of(order.sum()),
                Optional.of(order.name()),
                day);
    }
}
