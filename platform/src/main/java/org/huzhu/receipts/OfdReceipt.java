package org.huzhu.receipts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A receipt in OFD (GB/T 33190): its attachments and custom data say it best, else the words on its pages. */
final class OfdReceipt {

    private static final int ENTRIES_MAX = 2_000;
    private static final long UNPACKED_MAX = 60L << 20;
    private static final double SAME_LINE_MM = 1.5;

    private OfdReceipt() {}

    /** Words at a place of a page. */
    private record Word(double x, double y, String text) {}

    static Optional<MedicalReceipt> read(byte[] file) {
        Map<Label, String> said = new EnumMap<>(Label.class);
        List<Word> words = new ArrayList<>();
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            int count = 0;
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(XmlReceipt.BYTES_MAX + 1);
                unpacked += bytes.length;
                if (++count > ENTRIES_MAX || unpacked > UNPACKED_MAX) {
                    return Optional.empty();
                }
                if (!each.getName().endsWith(".xml") || bytes.length > XmlReceipt.BYTES_MAX) {
                    continue;
                }
                if (each.getName().endsWith("Content.xml")) {
                    words.addAll(words(bytes));
                } else {
                    XmlReceipt.values(bytes).ifPresent(values -> values.forEach(said::putIfAbsent));
                }
            }
        } catch (IOException _) {
            return Optional.empty();
        }
        Label.in(lines(words)).forEach(said::putIfAbsent);
        return Label.receipt(said);
    }

    private static List<Word> words(byte[] page) {
        List<Word> words = new ArrayList<>();
        double[] at = {0, 0};
        try {
            XMLStreamReader reader = XmlReceipt.open(new ByteArrayInputStream(page));
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (reader.getLocalName().equals("TextObject")) {
                    at = place(reader.getAttributeValue(null, "Boundary"));
                } else if (reader.getLocalName().equals("TextCode")) {
                    words.add(new Word(at[0], at[1], reader.getElementText().strip()));
                }
            }
        } catch (XMLStreamException _) {
            return List.of();
        }
        return words;
    }

    private static double[] place(@org.jspecify.annotations.Nullable String boundary) {
        String[] numbers = boundary == null ? new String[0] : boundary.strip().split("\\s+", -1);
        try {
            return numbers.length < 2
                    ? new double[] {0, 0}
                    : new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
        } catch (NumberFormatException _) {
            return new double[] {0, 0};
        }
    }

    /** The words from top to bottom, those of one height on one line. */
    private static String lines(List<Word> words) {
        List<Word> sorted =
                words.stream().sorted(Comparator.comparingDouble(Word::y)).toList();
        List<List<Word>> lines = new ArrayList<>();
        for (Word word : sorted) {
            if (lines.isEmpty() || word.y() - lines.getLast().getFirst().y() > SAME_LINE_MM) {
                lines.add(new ArrayList<>());
            }
            lines.getLast().add(word);
        }
        StringBuilder text = new StringBuilder();
        for (List<Word> line : lines) {
            line.sort(Comparator.comparingDouble(Word::x));
            line.forEach(word -> text.append(word.text()).append(' '));
            text.append('\n');
        }
        return text.toString();
    }
}
