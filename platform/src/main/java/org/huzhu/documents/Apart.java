package org.huzhu.documents;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.huzhu.documents.DocumentRefused.Reason;
import org.huzhu.documents.apart.Answer;
import org.huzhu.receipts.MedicalReceipt;
import org.huzhu.receipts.ReceiptReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a file taken apart by a process of its own: the same java and the same classes, little memory, little time, none
 * of our environment, no file on the disk. Whatever a file does to it, the society goes on.
 *
 * @param program the name of its class
 * @param limit how long it may take for so many pages
 */
record Apart(String program, Duration limit, ReceiptReader receipts) {

    /** How many pages one process draws. */
    static final int PAGES = 20;

    static final Duration USUAL = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Apart.class);
    private static final int ANSWER_BYTES_MAX = 100 << 20;
    private static final Executor THREADS =
            work -> Thread.ofVirtual().name("document-apart").start(work);

    static Apart usual(ReceiptReader receipts) {
        return new Apart(org.huzhu.documents.apart.Program.class.getName(), USUAL, receipts);
    }

    /**
     * All pages of the file, and what it says.
     *
     * @throws DocumentRefused if it is none that is kept
     */
    Made take(Document.Kind kind, byte[] file) {
        List<byte[]> pages = new ArrayList<>();
        Answer answer = run(kind, file, 0);
        pages.addAll(answer.pages());
        while (pages.size() < answer.count()) {
            List<byte[]> more = run(kind, file, pages.size()).pages();
            DocumentRefused.require(!more.isEmpty(), Reason.BROKEN);
            pages.addAll(more);
        }
        Optional<MedicalReceipt> receipt = receipts.ofText(answer.text())
                .or(() -> pages.isEmpty() ? Optional.empty() : receipts.read(pages.getFirst()));
        return new Made(kind, pages, Optional.of(file), false, receipt);
    }

    private Answer run(Document.Kind kind, byte[] file, int first) {
        Process process;
        try {
            process = start(kind, first);
        } catch (IOException e) {
            throw new IllegalStateException("This java cannot be started a second time", e);
        }
        try {
            CompletableFuture<byte[]> said = CompletableFuture.supplyAsync(() -> read(process), THREADS);
            THREADS.execute(() -> write(process, file));
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DocumentRefused(Reason.TOO_COMPLEX);
            }
            return answer(said.get(), process.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DocumentRefused(Reason.BUSY, e);
        } catch (ExecutionException e) {
            throw new DocumentRefused(Reason.BROKEN, e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Document.Kind kind, int first) throws IOException {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse(System.getProperty("java.home") + "/bin/java"),
                "-Xmx256m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dlogback.configurationFile=org/huzhu/documents/apart/quiet.xml",
                "-cp",
                System.getProperty("java.class.path"),
                program,
                kind.name(),
                Integer.toString(first),
                Integer.toString(PAGES));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
        return builder.start();
    }

    private static void write(Process process, byte[] file) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(file);
        } catch (IOException _) {
            // It has ended, and its answer says why.
        }
    }

    private static byte[] read(Process process) {
        try {
            return process.getInputStream().readNBytes(ANSWER_BYTES_MAX);
        } catch (IOException _) {
            return new byte[0];
        }
    }

    private static Answer answer(byte[] said, int exit) {
        if (exit != 0 || said.length == 0) {
            LOG.warn("A file was refused: the process that took it apart ended with {}", exit);
            throw new DocumentRefused(Reason.TOO_COMPLEX);
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(said))) {
            Answer answer = Answer.read(in);
            if (!answer.refused().isEmpty()) {
                throw new DocumentRefused(Reason.valueOf(answer.refused()));
            }
            return answer;
        } catch (IOException | IllegalArgumentException e) {
            throw new DocumentRefused(Reason.BROKEN, e);
        }
    }
}
