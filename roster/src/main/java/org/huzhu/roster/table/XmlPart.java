package org.huzhu.roster.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.huzhu.roster.table.RosterRefused.Reason;
import org.jspecify.annotations.Nullable;

/** A part of a workbook, pulled tag by tag. Namespaces are passed over: there are two editions of the standard. */
final class XmlPart implements AutoCloseable {

    private static final char MARK = '\uFEFF';
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader reader;

    XmlPart(InputStream in) throws XMLStreamException, IOException {
        this.in = in;
        this.reader = newReader(decoded(in));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * In UTF-8, or in UTF-16 where a mark says so: nothing else is allowed. The JDK's own decoder prints its errors.
     */
    private static Reader decoded(InputStream in) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        boolean isWide = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
        CharsetDecoder decoder = (isWide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        Reader reader = new BufferedReader(new InputStreamReader(bytes, decoder), 1 << 14);
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    /** Factories of the JDK are not said to be fit for several threads. */
    private static XMLStreamReader newReader(Reader in) throws XMLStreamException {
        synchronized (FACTORY) {
            return FACTORY.createXMLStreamReader(in);
        }
    }

    /** Goes to the next tag, opening or closing; false at the end. */
    boolean next() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw declarations();
                default -> {}
            }
        }
        return false;
    }

    private static RosterRefused declarations() {
        return new RosterRefused(
                Reason.XML_DECLARATIONS, "", "文件里声明了 XML 实体或文档类型，办公软件不会这样写", "请把名册复制到一个新建的工作簿里，保存后重新上传");
    }

    boolean opens(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean closes(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    /** The name of the tag. */
    String name() {
        return reader.getLocalName();
    }

    boolean isOpening() {
        return reader.isStartElement();
    }

    /** The value of an attribute, whatever its namespace. */
    @Nullable String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    boolean isSet(String name) {
        String value = attribute(name);
        return value != null && (value.equals("1") || value.equals("true"));
    }

    /** Adds the text up to the end of the element just opened, of which it is all. */
    void addText(StringBuilder to, int signsMax) throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    to.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    requireShort(to, signsMax);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                case XMLStreamConstants.START_ELEMENT -> throw Guard.damaged("", "文件里有一格套着另一格");
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw declarations();
                default -> {}
            }
        }
    }

    private static void requireShort(StringBuilder text, int signsMax) {
        if (text.length() > signsMax) {
            throw tooLong("", signsMax);
        }
    }

    static RosterRefused tooLong(String place, int signsMax) {
        return new RosterRefused(
                Reason.CELL_TOO_LONG, place, "有一格的内容超过 %,d 个字".formatted(signsMax), "请检查那一格；名册里不该有这样长的内容");
    }

    @Override
    public void close() {
        try {
            reader.close();
            in.close();
        } catch (IOException | XMLStreamException e) {
            throw new RosterRefused(Reason.DAMAGED, "", "文件读到一半出错", "请重新上传", e);
        }
    }
}
