package org.huzhu.roster.table;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Which styles of a workbook show a number as a day. */
final class DayStyles {

    /** No workbook of Excel has more. */
    private static final int STYLES_MAX = 65_536;

    /** What stands in a form of numbers as it is: texts, colours and conditions. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

    private final BitSet days = new BitSet();

    /** No styles. */
    DayStyles() {}

    DayStyles(XmlPart xml) throws XMLStreamException {
        Map<String, String> forms = new HashMap<>();
        boolean inStyles = false;
        int style = 0;
        while (xml.next()) {
            if (xml.opens("numFmt")) {
                forms.put(xml.attribute("numFmtId", ""), xml.attribute("formatCode", ""));
            } else if (xml.name().equals("cellXfs")) {
                inStyles = xml.isOpening();
            } else if (inStyles && xml.opens("xf") && style < STYLES_MAX) {
                days.set(style, isDay(xml.attribute("numFmtId", "0"), forms));
                style++;
            }
        }
    }

    boolean isDay(int style) {
        return style >= 0 && days.get(style);
    }

    /** Numbers up to 163 have a meaning of their own (ECMA-376, 18.8.30, with those for Chinese). */
    private static boolean isDay(String number, Map<String, String> forms) {
        String form = forms.get(number);
        if (form != null) {
            String plain = LITERAL.matcher(form).replaceAll("");
            return plain.indexOf('y') >= 0
                    || plain.indexOf('Y') >= 0
                    || plain.indexOf('d') >= 0
                    || plain.indexOf('D') >= 0;
        }
        return switch (number) {
            case "14", "15", "16", "17", "22", "27", "28", "29", "30", "31", "36" -> true;
            case "50", "51", "52", "53", "54", "57", "58" -> true;
            default -> false;
        };
    }
}
