package org.huzhu.documents.apart;

import org.w3c.dom.Element;

/** A rectangle in millimetres, as four numbers say it. */
record Box(double x, double y, double wide, double high) {

    static Box of(Element element) {
        return of(element.getTextContent());
    }

    /** That which the words say; what they leave out is nothing. */
    static Box of(String words) {
        double[] numbers = numbers(words);
        double[] four = java.util.Arrays.copyOf(numbers, 4);
        return new Box(four[0], four[1], four[2], four[3]);
    }

    static double[] numbers(String words) {
        String[] each = words.strip().split("[\\s,]+", -1);
        double[] numbers = new double[each.length];
        for (int i = 0; i < each.length; i++) {
            try {
                numbers[i] = Double.parseDouble(each[i]);
            } catch (NumberFormatException _) {
                numbers[i] = 0;
            }
        }
        return numbers;
    }
}
