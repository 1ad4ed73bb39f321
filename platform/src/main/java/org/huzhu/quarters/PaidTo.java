package org.huzhu.quarters;

/**
 * Whom a line is paid to, as it is sealed: name, identity number and card, between tabs, which none of them has.
 *
 * @param card digits
 */
public record PaidTo(String name, String number, String card) {

    private static final int END = 4;

    /** As it was sealed. */
    public static PaidTo of(String text) {
        String[] parts = text.split("\t", -1);
        return new PaidTo(parts[0], parts[1], parts[2]);
    }

    /** As it is sealed. */
    public String text() {
        return String.join("\t", name.replace('\t', ' '), number, card);
    }

    /** The last four digits. */
    public String cardEnd() {
        return card.substring(Math.max(0, card.length() - END));
    }

    @Override
    public String toString() {
        return "PaidTo ****" + cardEnd();
    }
}
