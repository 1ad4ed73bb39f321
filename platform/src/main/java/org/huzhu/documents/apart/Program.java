package org.huzhu.documents.apart;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.huzhu.receipts.MedicalReceipt;
import org.huzhu.receipts.ReceiptReader;

/** The program of the process: a file comes in, an {@link Answer} goes out, nothing else is touched. */
public final class Program {

    private static final String BROKEN = "BROKEN";

    private Program() {}

    /**
     * Takes one file apart.
     *
     * @param arguments its kind, the first page that is wanted, how many are
     */
    public static void main(String[] arguments) throws IOException {
        ImageIO.setUseCache(false);
        // The answer goes out there; what a library may print would stand between.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        byte[] file = new FileInputStream(FileDescriptor.in).readAllBytes();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            answer(arguments[0], file, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
                    .write(out);
        }
    }

    static Answer answer(String kind, byte[] file, int first, int count) {
        try {
            Answer answer = kind.equals("PDF") ? PdfPages.of(file, first, count) : OfdPages.of(file, first, count);
            boolean reads = first == 0 && answer.refused().isEmpty();
            Optional<MedicalReceipt> receipt = reads ? ReceiptReader.ofAll().read(file) : Optional.empty();
            return new Answer(
                    answer.refused(),
                    answer.count(),
                    receipt.map(MedicalReceipt::text).orElse(""),
                    answer.pages());
        } catch (IOException | RuntimeException | StackOverflowError _) {
            return Answer.refused(BROKEN);
        }
    }
}
