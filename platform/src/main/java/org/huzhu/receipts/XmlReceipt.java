package org.huzhu.receipts;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A receipt in XML, whatever its elements are nested in: a value stands in an element that is called like a label, in
 * one with an attribute that is, or beside one that holds the label.
 */
final class XmlReceipt {

    static final int BYTES_MAX = 1 << 20;
    private static final int DEPTH_MAX = 50;
    private static final Pattern SAYS_LABEL = Pattern.compile("(?i).*(name|label|key|名称)");
    private static final Pattern SAYS_VALUE = Pattern.compile("(?i).*(value|amount|content|text|值|金额|内容)");
    private static final String NO_LABEL = "";

    private final Map<Label, String> found = new EnumMap<>(Label.class);
    private final Deque<Element> open = new ArrayDeque<>();

    private XmlReceipt() {}

    /** An element that has begun: its words, and what its children hold. */
    private record Element(String name, String label, StringBuilder text, Map<String, String> children) {}

    static Optional<MedicalReceipt> read(byte[] file) {
        return values(file).flatMap(Label::receipt);
    }

    /** What stands behind each label; empty where it is no XML, or more of it than we read. */
    static Optional<Map<Label, String>> values(byte[] file) {
        if (file.length > BYTES_MAX) {
            return Optional.empty();
        }
        XmlReceipt receipt = new XmlReceipt();
        try {
            XMLStreamReader reader = open(new ByteArrayInputStream(file));
            while (reader.hasNext()) {
                if (!receipt.take(reader)) {
                    return Optional.empty();
                }
            }
            return Optional.of(receipt.found);
        } catch (XMLStreamException _) {
            return Optional.empty();
        }
    }

    /** Of XML with a document type nothing is read: nothing outside is asked for, and nothing grows. */
    static XMLStreamReader open(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(in);
    }

    private boolean take(XMLStreamReader reader) throws XMLStreamException {
        switch (reader.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                open.push(
                        new Element(reader.getLocalName(), begin(reader), new StringBuilder(), new LinkedHashMap<>()));
                return open.size() <= DEPTH_MAX;
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                Element inner = open.peek();
                if (inner != null) {
                    inner.text().append(reader.getText());
                }
            }
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                return false;
            }
            default -> {
                // Comments and instructions say nothing.
            }
        }
        return true;
    }

    /** The label that an attribute says; its value may stand in another, or is the text. */
    private String begin(XMLStreamReader reader) {
        String label = NO_LABEL;
        String value = NO_LABEL;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            if (SAYS_LABEL.matcher(name).matches()) {
                label = reader.getAttributeValue(i);
            } else if (SAYS_VALUE.matcher(name).matches()) {
                value = reader.getAttributeValue(i);
            }
        }
        keep(label, value);
        return label;
    }

    private void end() {
        Element ended = open.pop();
        String text = ended.text().toString().strip();
        if (ended.children().isEmpty()) {
            keep(ended.name(), text);
            keep(ended.label(), text);
        } else {
            keepPair(ended.children());
        }
        Element above = open.peek();
        if (above != null && !text.isEmpty()) {
            above.children().putIfAbsent(ended.name(), text);
        } else if (above != null) {
            above.children().putIfAbsent(ended.name(), NO_LABEL);
        }
    }

    private void keepPair(Map<String, String> children) {
        Optional<String> label = first(children, SAYS_LABEL);
        Optional<String> value = first(children, SAYS_VALUE);
        if (label.isPresent() && value.isPresent()) {
            keep(label.get(), value.get());
        }
    }

    private static Optional<String> first(Map<String, String> children, Pattern called) {
        return children.entrySet().stream()
                .filter(child -> called.matcher(child.getKey()).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void keep(String word, String value) {
        if (!value.isBlank()) {
            Label.of(word).ifPresent(label -> found.putIfAbsent(label, value.strip()));
        }
    }
}
