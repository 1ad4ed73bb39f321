package org.huzhu.documents.apart;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The parts of an OFD, unpacked into memory within limits; their names are words to find them by, never paths. */
record OfdFile(Map<String, byte[]> parts) {

    private static final int PARTS_MAX = 2_000;
    private static final int PART_BYTES_MAX = 20 << 20;
    private static final int BYTES_MAX = 60 << 20;
    private static final int DEPTH_MAX = 50;
    private static final String NO_DOCUMENT_TYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    static OfdFile of(byte[] file) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        long left = BYTES_MAX;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                byte[] part = zip.readNBytes(PART_BYTES_MAX + 1);
                left -= part.length;
                if (part.length > PART_BYTES_MAX || left < 0 || parts.size() >= PARTS_MAX) {
                    throw new IOException("The file unpacks to more than a receipt is");
                }
                parts.put(plain(each.getName()), part);
            }
        }
        return new OfdFile(parts);
    }

    private static String plain(String name) {
        return name.replace('\\', '/').replaceFirst("^/+", "");
    }

    Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(parts.get(plain(name)));
    }

    Element xml(String name) throws IOException {
        byte[] bytes = bytes(name).orElseThrow(() -> new IOException("A part of the file is missing"));
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(NO_DOCUMENT_TYPE, true);
            factory.setXIncludeAware(false);
            Element root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement();
            if (isDeeper(root, DEPTH_MAX)) {
                throw new IOException("XML goes deeper than a receipt does");
            }
            return root;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("A part of the file is no XML", e);
        }
    }

    private static boolean isDeeper(Node node, int left) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (left == 0 || isDeeper(child, left - 1)) {
                return true;
            }
        }
        return false;
    }

    /** All elements below, in the order in which they stand. */
    static void each(Element root, Consumer<Element> consumer) {
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                consumer.accept(element);
                each(element, consumer);
            }
        }
    }

    static List<Element> children(Element root, String name) {
        List<Element> found = new ArrayList<>();
        each(root, element -> {
            if (name.equals(element.getLocalName())) {
                found.add(element);
            }
        });
        return found;
    }

    static Optional<Element> child(Element root, String name) {
        return children(root, name).stream().findFirst();
    }

    static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    /** The name of a part that is named within a folder, or from the root. */
    static String within(String folder, String name) {
        if (name.startsWith("/")) {
            return plain(name);
        }
        String base = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
        return base + name;
    }
}
