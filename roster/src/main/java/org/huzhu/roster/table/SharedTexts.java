package org.huzhu.roster.table;

import javax.xml.stream.XMLStreamException;

/** The texts that the cells of a workbook have in common, which is how Excel keeps all of them. */
final class SharedTexts {

    private final Texts texts = new Texts();

    /** None. */
    SharedTexts() {}

    SharedTexts(XmlPart xml, Limits limits) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.next()) {
            if (xml.opens("si")) {
                text.setLength(0);
            } else if (xml.opens("rPh")) {
                pass(xml, "rPh");
            } else if (xml.opens("t")) {
                xml.addText(text, limits.cellSigns());
            } else if (xml.closes("si")) {
                texts.add(text.toString());
            }
        }
    }

    /** Passes over an element, such as how a text is pronounced. */
    static void pass(XmlPart xml, String name) throws XMLStreamException {
        while (xml.next() && !xml.closes(name)) {
            // What stands within is not wanted.
        }
    }

    /** The text of a number as it stands in a cell. */
    String get(String number) {
        int index = number.isEmpty() || number.length() > 9 ? -1 : Integer.parseInt(number);
        if (index < 0 || index >= texts.size()) {
            throw Guard.damaged("", "有一格指向不存在的文字");
        }
        return texts.get(index);
    }
}
