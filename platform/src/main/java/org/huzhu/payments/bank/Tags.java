package org.huzhu.payments.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.huzhu.kernel.Money;

/** Writes XML as it comes, a line for each element that has others in it. */
final class Tags {

    private final XMLStreamWriter out;

    Tags(OutputStream stream) throws IOException {
        try {
            out = XMLOutputFactory.newFactory().createXMLStreamWriter(stream, UTF_8.name());
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** What stands within an element. */
    @FunctionalInterface
    interface Content {
        void write() throws IOException;
    }

    /** Writes XML, where that may fail. */
    @FunctionalInterface
    private interface Step {
        void take() throws XMLStreamException;
    }

    private static void step(Step step) throws IOException {
        try {
            step.take();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** The whole, in a namespace that all of it is in. */
    void document(String namespace, Content content) throws IOException {
        step(() -> {
            out.writeStartDocument(UTF_8.name(), "1.0");
            out.writeCharacters("\n");
            out.writeStartElement("Document");
            out.writeDefaultNamespace(namespace);
        });
        content.write();
        step(() -> {
            out.writeEndElement();
            out.writeCharacters("\n");
            out.writeEndDocument();
            out.flush();
        });
    }

    void in(String name, Content content) throws IOException {
        step(() -> {
            out.writeCharacters("\n");
            out.writeStartElement(name);
        });
        content.write();
        step(out::writeEndElement);
    }

    void text(String name, String value) throws IOException {
        step(() -> {
            out.writeStartElement(name);
            out.writeCharacters(value);
            out.writeEndElement();
        });
    }

    void amount(String name, Money money) throws IOException {
        step(() -> {
            out.writeStartElement(name);
            out.writeAttribute("Ccy", "CNY");
            out.writeCharacters(yuan(money));
            out.writeEndElement();
        });
    }

    /** Yuan with both decimals, without separators. */
    static String yuan(Money money) {
        return BigDecimal.valueOf(money.fen(), 2).toPlainString();
    }
}
