package org.huzhu.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.huzhu.documents.DocumentRefused.Reason;

/** What a file looks like by its first bytes. */
enum Looks {
    JPEG(10 << 20, "jpg jpeg"),
    PNG(10 << 20, "png"),
    PDF(Documents.FILE_BYTES_MAX, "pdf"),
    OFD(Documents.FILE_BYTES_MAX, "ofd"),
    XML(1 << 20, "xml");

    private static final int HEAD = 64;
    private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z0-9]{1,8})$");
    private static final Pattern APPLE = Pattern.compile("(?s).{4}ftyp(hei[cfms]|hev[cx]|mif1|msf1|avif).*");
    private static final Pattern BEFORE_XML = Pattern.compile("^\\uFEFF?\\s*<[?!A-Za-z].*", Pattern.DOTALL);
    private static final String ROOT = "OFD.xml";
    private static final int ENTRIES_TO_ROOT = 50;

    private final int bytesMax;
    private final String endings;

    Looks(int bytesMax, String endings) {
        this.bytesMax = bytesMax;
        this.endings = endings;
    }

    /** The ending of a name, in small letters; empty where it has none. Nothing else of a name is ever used. */
    static String ending(String fileName) {
        Matcher ending = ENDING.matcher(fileName);
        return ending.find() ? ending.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /**
     * What the file is; its ending must say the same.
     *
     * @throws DocumentRefused if it is of no kind that is taken, of another than its ending says, or too large for it
     */
    static Looks of(String ending, byte[] file) {
        DocumentRefused.require(file.length > 0, Reason.EMPTY);
        String head = new String(file, 0, Math.min(HEAD, file.length), ISO_8859_1);
        DocumentRefused.require(!APPLE.matcher(head).matches(), Reason.HEIC);
        Looks looks = byHead(head, file);
        DocumentRefused.require(looks.endings().contains(ending), Reason.TYPE);
        DocumentRefused.require(file.length <= looks.bytesMax, Reason.TOO_LARGE);
        return looks;
    }

    /**
     * Whether such a file may come at all, before any of it has.
     *
     * @throws DocumentRefused if none of this ending is taken, or none so large
     */
    static void requirePossible(String ending, long bytes) {
        DocumentRefused.require(bytes > 0, Reason.EMPTY);
        DocumentRefused.require(!ending.equals("heic") && !ending.equals("heif"), Reason.HEIC);
        List<Looks> possible = Stream.of(values())
                .filter(looks -> looks.endings().contains(ending))
                .toList();
        DocumentRefused.require(!possible.isEmpty(), Reason.TYPE);
        DocumentRefused.require(possible.stream().anyMatch(looks -> bytes <= looks.bytesMax), Reason.TOO_LARGE);
    }

    private List<String> endings() {
        return List.of(endings.split(" ", -1));
    }

    private static Looks byHead(String head, byte[] file) {
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (head.startsWith("%PDF-")) {
            return PDF;
        }
        if (head.startsWith("PK\u0003\u0004") && hasRoot(file)) {
            return OFD;
        }
        if (BEFORE_XML
                .matcher(new String(file, 0, Math.min(HEAD, file.length), UTF_8))
                .matches()) {
            return XML;
        }
        throw new DocumentRefused(Reason.TYPE);
    }

    private static boolean hasRoot(byte[] file) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (int i = 0; i < ENTRIES_TO_ROOT; i++) {
                var entry = zip.getNextEntry();
                if (entry == null) {
                    return false;
                }
                if (entry.getName().equals(ROOT)) {
                    return true;
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            return false;
        }
        return false;
    }
}
