package org.huzhu.payments.bank;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/** ISO 20022: pain.001.001.03 out, pain.002.001.03 back. */
final class PainForm implements FileForm {

    static final String NAME = "iso20022";

    private static final int LINES_MAX = 400_000;
    private static final int ANSWER_DAYS = 3;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "ISO 20022 (pain.001)";
    }

    @Override
    public String bank() {
        return "ISO";
    }

    @Override
    public String ending() {
        return "xml";
    }

    @Override
    public int linesMax() {
        return LINES_MAX;
    }

    @Override
    public int answerDays() {
        return ANSWER_DAYS;
    }

    @Override
    public void write(OutputStream out, FileHead head, Instructions instructions) throws IOException {
        new Pain001(out).write(head, instructions);
    }

    @Override
    public AnswerHead read(Path file, Consumer<AnswerLine> lines) throws IOException {
        return new Pain002(lines).read(file);
    }

    @Override
    public String sent(Path file, Consumer<Instruction> orders) throws IOException {
        return Pain001In.read(file, orders);
    }

    @Override
    public void answer(OutputStream out, AnswerHead head, Iterable<AnswerLine> lines) throws IOException {
        new Pain002Out(out).write(head, lines);
    }
}
