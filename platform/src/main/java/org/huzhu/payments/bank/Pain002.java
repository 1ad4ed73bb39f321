package org.huzhu.payments.bank;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.huzhu.kernel.Money;
import org.huzhu.payments.bank.AnswerLine.Outcome;

/**
 * Reads a customer payment status report (pain.002.001.03) as a stream. What is not listed in a report whose group is
 * accepted, in whole or in part, is accepted by inference.
 */
final class Pain002 {

    private static final long BYTES_MAX = 200L << 20;
    private static final int DEPTH_MAX = 50;
    private static final int LINES_MAX = 1_000_000;
    private static final int TEXT_MAX = 1_000;
    private static final String TRANSACTION = "TxInfAndSts";

    private final Consumer<AnswerLine> lines;
    private final Map<String, String> group = new HashMap<>();
    private final Map<String, String> transaction = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int row;
    private boolean isWithin;

    Pain002(Consumer<AnswerLine> lines) {
        this.lines = lines;
    }

    AnswerHead read(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new Unreadable("");
        }
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory().createXMLStreamReader(in);
            while (reader.hasNext()) {
                take(reader, reader.next());
            }
        } catch (XMLStreamException e) {
            throw new Unreadable(
                    "第 %d 行"
                            .formatted(
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getLineNumber()),
                    e);
        }
        return head();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private void take(XMLStreamReader reader, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(reader.getLocalName(), reader);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (text.length() + reader.getTextLength() <= TEXT_MAX) {
                    text.append(reader.getText());
                } else if (!reader.isWhiteSpace()) {
                    throw new Unreadable("第 %d 行".formatted(reader.getLocation().getLineNumber()));
                }
            }
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Unreadable("");
            default -> {}
        }
    }

    private void begin(String name, XMLStreamReader reader) {
        boolean isReport = path.isEmpty()
                ? name.equals("Document") && Pain002Out.NAMESPACE.equals(reader.getNamespaceURI())
                : path.size() != 1 || name.equals("CstmrPmtStsRpt");
        if (path.size() >= DEPTH_MAX || !isReport) {
            throw new Unreadable("第 %d 行".formatted(reader.getLocation().getLineNumber()));
        }
        path.push(name);
        text.setLength(0);
        if (name.equals(TRANSACTION)) {
            isWithin = true;
            transaction.clear();
        }
        if (name.equals("InstdAmt") && !"CNY".equals(reader.getAttributeValue(null, "Ccy"))) {
            throw new Unreadable("第 %d 行".formatted(reader.getLocation().getLineNumber()));
        }
    }

    private void end() {
        String name = path.pop();
        String value = text.toString().strip();
        text.setLength(0);
        if (name.equals(TRANSACTION)) {
            isWithin = false;
            line();
        } else if (!value.isEmpty()) {
            String key = path.peek() + "/" + name;
            (isWithin ? transaction : group).putIfAbsent(key, value);
        }
    }

    private void line() {
        row++;
        if (row > LINES_MAX) {
            throw new Unreadable("第 %d 笔".formatted(row));
        }
        String reference = in(transaction, TRANSACTION + "/OrgnlEndToEndId")
                .orElseThrow(() -> new Unreadable("第 %d 笔".formatted(row)));
        Outcome outcome = in(transaction, TRANSACTION + "/TxSts")
                .flatMap(Pain002::outcome)
                .orElse(Outcome.PENDING);
        lines.accept(new AnswerLine(
                row,
                in(transaction, TRANSACTION + "/AcctSvcrRef").orElse(AnswerLine.serial(reference, outcome)),
                reference,
                outcome,
                reason(transaction),
                money(transaction, "Amt/InstdAmt"),
                in(transaction, "Cdtr/Nm"),
                day(transaction, TRANSACTION + "/AccptncDtTm")
                        .or(() -> day(group, "GrpHdr/CreDtTm"))
                        .orElseThrow(() -> new Unreadable("CreDtTm"))));
    }

    private AnswerHead head() {
        Optional<String> status =
                in(group, "OrgnlGrpInfAndSts/GrpSts").or(() -> in(group, "OrgnlPmtInfAndSts/PmtInfSts"));
        return new AnswerHead(
                in(group, "OrgnlGrpInfAndSts/OrgnlMsgId"),
                status.flatMap(code -> code.equals("PART") ? Optional.of(Outcome.PAID) : outcome(code)),
                reason(group),
                in(group, "OrgnlGrpInfAndSts/OrgnlNbOfTxs").map(this::count),
                money(group, "OrgnlGrpInfAndSts/OrgnlCtrlSum"),
                day(group, "GrpHdr/CreDtTm").orElseThrow(() -> new Unreadable("CreDtTm")));
    }

    private static Optional<Outcome> outcome(String code) {
        return switch (code) {
            case "ACTC", "ACCP", "ACSP", "ACSC", "ACWC" -> Optional.of(Outcome.PAID);
            case "RJCT" -> Optional.of(Outcome.RETURNED);
            case "PDNG" -> Optional.of(Outcome.PENDING);
            default -> Optional.empty();
        };
    }

    private static Optional<String> in(Map<String, String> values, String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The code; with NARR, or where there is none, what the bank says in words. */
    private static Optional<String> reason(Map<String, String> values) {
        Optional<String> words = in(values, "StsRsnInf/AddtlInf");
        return in(values, "Rsn/Cd")
                .map(code -> code.equals("NARR") ? words.orElse(code) : code)
                .or(() -> words);
    }

    private Optional<Money> money(Map<String, String> values, String key) {
        try {
            return in(values, key).map(Money::parseYuan);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("第 %d 笔".formatted(row), e);
        }
    }

    private Long count(String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            throw new Unreadable("OrgnlNbOfTxs", e);
        }
    }

    private Optional<LocalDate> day(Map<String, String> values, String key) {
        try {
            return in(values, key)
                    .filter(text -> text.length() >= 10)
                    .map(text -> LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeException e) {
            throw new Unreadable("第 %d 笔".formatted(row), e);
        }
    }
}
