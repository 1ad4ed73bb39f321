package org.huzhu.payments.bank;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.huzhu.kernel.Money;

/** Reads a file of ours as its bank would. */
final class Pain001In {

    private Pain001In() {}

    static String read(Path file, Consumer<Instruction> orders) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        Map<String, String> values = new HashMap<>();
        int line = 0;
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            StringBuilder text = new StringBuilder();
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    text.setLength(0);
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    text.append(reader.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    values.put(reader.getLocalName(), text.toString());
                    if (reader.getLocalName().equals("CdtTrfTxInf")) {
                        line++;
                        orders.accept(order(line, values));
                    }
                    text.setLength(0);
                }
            }
        } catch (XMLStreamException e) {
            throw new Unreadable("", e);
        }
        return values.getOrDefault("MsgId", "");
    }

    private static Instruction order(int line, Map<String, String> values) {
        return new Instruction(
                line,
                values.getOrDefault("EndToEndId", ""),
                values.getOrDefault("Nm", ""),
                "",
                Money.parseYuan(values.getOrDefault("InstdAmt", "0")));
    }
}
