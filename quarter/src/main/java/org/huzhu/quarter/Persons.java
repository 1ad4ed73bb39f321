package org.huzhu.quarter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarter.table.NumberIndex;

/**
 * The persons of one drawer, numbered from 0: those of the register in its order, then those whom only earlier payment
 * lists know. A person is one member, told by his identity number; several rows of one person are several cards.
 */
final class Persons {

    /** The answer for a key that is not known. */
    static final int UNKNOWN = NumberIndex.NONE;

    private static final byte[] NO_TEXT = {};

    private final NumberIndex byKey;
    private final int registered;
    private final int[] validFrom;
    private final int[] validTo;
    private final int[] nextCard;
    private long[] keys;
    private CardPart[] cardParts;
    private int[] cardRows;
    private int size;
    private int furtherNumbers;

    /**
     * Takes up the rows of a drawer; the card valid on {@code lastDay} of the quarter, inclusive, is the one paid to.
     */
    Persons(MemberPart[] parts, int drawer, int lastDay) {
        int rows = 0;
        for (MemberPart part : parts) {
            rows += part.to(drawer) - part.from(drawer);
        }
        byKey = new NumberIndex(NumberIndex.NO_TEXTS, rows);
        validFrom = new int[rows];
        validTo = new int[rows];
        nextCard = new int[rows];
        keys = new long[rows];
        cardParts = new CardPart[rows];
        cardRows = new int[rows];
        // The first card of a person has the number of the person; further cards have numbers from the end downwards.
        int further = rows;
        for (MemberPart part : parts) {
            for (int row = part.from(drawer); row < part.to(drawer); row++) {
                if (part.state(row) != MemberPart.State.REJECTED) {
                    further -= add(part, row, further, lastDay);
                }
            }
        }
        registered = size;
    }

    /** How many persons there are. */
    int size() {
        return size;
    }

    /** How many rows give a person a further member number. */
    int furtherNumbers() {
        return furtherNumbers;
    }

    /** The person in the register with this key, or {@link #UNKNOWN}. */
    int registered(long key) {
        int person = find(key);
        return person < registered ? person : UNKNOWN;
    }

    /** Whether one of the cards of a person in the register is valid on the day. */
    boolean isCovered(int person, int day) {
        int card = person;
        do {
            if (validFrom[card] <= day && day < validTo[card]) {
                return true;
            }
            card = nextCard[card];
        } while (card != 0);
        return false;
    }

    /**
     * The days on which one of the cards of a person is valid: the first day of each span and the day after its last,
     * in order, with a gap between any two. None for a person who is not in the register.
     */
    int[] spans(int person) {
        if (person >= registered) {
            return new int[0];
        }
        List<Integer> cards = new ArrayList<>();
        int card = person;
        do {
            cards.add(card);
            card = nextCard[card];
        } while (card != 0);
        cards.sort(Comparator.comparingInt(each -> validFrom[each]));
        int[] spans = new int[cards.size() * 2];
        int end = 0;
        for (int each : cards) {
            if (validFrom[each] == validTo[each]) {
                continue;
            }
            if (end == 0 || validFrom[each] > spans[end - 1]) {
                spans[end] = validFrom[each];
                spans[end + 1] = validTo[each];
                end += 2;
            } else {
                spans[end - 1] = Math.max(spans[end - 1], validTo[each]);
            }
        }
        return Arrays.copyOf(spans, end);
    }

    /** The person with the key of a row of an earlier payment list; whom the register does not know is added. */
    int paid(PaidPart part, int row) {
        int person = byKey.put(part.key(row), size, NO_TEXT, 0, 0);
        if (person == NumberIndex.NONE) {
            person = size++;
            makeRoom();
            keys[person] = part.key(row);
        }
        if (person >= registered) {
            cardParts[person] = part;
            cardRows[person] = row;
        }
        return person;
    }

    IdNumber idNumber(int person) {
        return new IdNumber(keys[person]);
    }

    /** The rows that say to which card a person is paid. */
    CardPart cardPart(int person) {
        return cardParts[person];
    }

    /** The place among the rows of {@link #cardPart}. */
    int cardRow(int person) {
        return cardRows[person];
    }

    /** The person with this key, in the register or only in an earlier payment list, or {@link #UNKNOWN}. */
    int find(long key) {
        return byKey.find(key, NO_TEXT, 0, 0);
    }

    /** Adds a row of the register: a person's first card, or a further one with the number before {@code further}. */
    private int add(MemberPart part, int row, int further, int lastDay) {
        int person = byKey.put(part.key(row), size, NO_TEXT, 0, 0);
        boolean isNew = person == NumberIndex.NONE;
        int card = isNew ? size : further - 1;
        validFrom[card] = part.validFrom(row);
        validTo[card] = part.validTo(row);
        if (isNew) {
            keys[size] = part.key(row);
            choose(size++, part, row);
            return 0;
        }
        furtherNumbers += part.state(row) == MemberPart.State.FIRST ? 1 : 0;
        nextCard[card] = nextCard[person];
        nextCard[person] = card;
        if (isBetter(part, row, person, lastDay)) {
            choose(person, part, row);
        }
        return 1;
    }

    private void choose(int person, CardPart part, int row) {
        cardParts[person] = part;
        cardRows[person] = row;
    }

    /** The card that is valid on the day, else any; of several the one that began last, then the first in the file. */
    private boolean isBetter(MemberPart part, int row, int person, int day) {
        MemberPart best = (MemberPart) cardParts[person];
        int bestRow = cardRows[person];
        boolean isValid = part.isValidOn(row, day);
        return isValid == best.isValidOn(bestRow, day) ? part.validFrom(row) > best.validFrom(bestRow) : isValid;
    }

    private void makeRoom() {
        if (size > keys.length) {
            int room = Math.max(16, size * 2);
            keys = Arrays.copyOf(keys, room);
            cardParts = Arrays.copyOf(cardParts, room);
            cardRows = Arrays.copyOf(cardRows, room);
        }
    }
}
