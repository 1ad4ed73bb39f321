package org.huzhu.payments.bank;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/** How a bank wants orders, and how it answers. */
public interface FileForm {

    /** By which batches know it. */
    String name();

    /** What people call it. */
    String title();

    /** Whose numbers its answers have. */
    String bank();

    /** What ends the names of its files, without the dot. */
    String ending();

    /** How many orders a file has at most. */
    int linesMax();

    /** How many days after a release the bank has answered at the latest. */
    int answerDays();

    /** Writes a file: the same bytes for the same orders. The stream is left open. */
    void write(OutputStream out, FileHead head, Instructions instructions) throws IOException;

    /**
     * Reads an answer, line by line.
     *
     * @throws Unreadable if anything in it is not as it must be
     */
    AnswerHead read(Path file, Consumer<AnswerLine> lines) throws IOException;

    /** Reads a file of this form as its bank would, order by order; says its number. */
    String sent(Path file, Consumer<Instruction> orders) throws IOException;

    /** Writes what a bank could answer to a file of this form. */
    void answer(OutputStream out, AnswerHead head, Iterable<AnswerLine> lines) throws IOException;
}
