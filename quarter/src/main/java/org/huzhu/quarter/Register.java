package org.huzhu.quarter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarter.table.Hash;
import org.huzhu.quarter.table.TextIndex;

/**
 * The persons of a settlement: those of the register, numbered from 0 in its order, then those whom only earlier
 * payment lists know.
 *
 * <p>A person is one member, told by his identity number. Several rows of one person are several cards, each with its
 * span; where they bear different member numbers it is still one person, who is paid once. Two persons may not bear one
 * member number: of such rows the first stands.
 */
final class Register {

    /** The answer for a key that is not in the register. */
    static final int UNKNOWN = -1;

    private static final int SHIFT = 18;
    private static final int PLACE = (1 << SHIFT) - 1;

    private final List<Reject> rejects = new ArrayList<>();
    private final MemberPart[] parts;
    private final int[][] next;
    private final TextIndex byMemberNo;
    private long[] table;
    private int[] persons;
    private long[] keys;
    private int[] firstRow;
    private int[] lastRow;
    private CardPart[] cardParts;
    private int[] cardRows;
    private int size;
    private int registered;
    private int furtherNumbers;

    /** Takes the rows up; the card that is valid on {@code lastDay} of the quarter, inclusive, is the one paid to. */
    Register(List<MemberPart> members, int lastDay) {
        parts = members.toArray(MemberPart[]::new);
        next = new int[parts.length][];
        int rows = members.stream().mapToInt(Part::size).sum();
        byMemberNo = new TextIndex(this::hasMemberNo, rows);
        table = new long[TextIndex.capacityFor(rows)];
        persons = new int[table.length];
        keys = new long[rows];
        firstRow = new int[rows];
        lastRow = new int[rows];
        for (int p = 0; p < parts.length; p++) {
            next[p] = new int[parts[p].size()];
            for (int i = 0; i < parts[p].size(); i++) {
                add(parts[p], i, (p << SHIFT) | i);
            }
        }
        registered = size;
        cardParts = new CardPart[size];
        cardRows = new int[size];
        chooseCards(lastDay);
    }

    List<Reject> rejects() {
        return rejects;
    }

    /** How many rows give a person a further member number. */
    int furtherNumbers() {
        return furtherNumbers;
    }

    /** How many persons there are. */
    int size() {
        return size;
    }

    /** The person in the register with this key, or {@link #UNKNOWN}; quick, and safe for several threads. */
    int registered(long key) {
        int person = find(key);
        return person < registered ? person : UNKNOWN;
    }

    /** The person in the register with this member number, or {@link #UNKNOWN}. */
    int withMemberNo(String memberNo) {
        int row = byMemberNo.find(memberNo.getBytes(StandardCharsets.UTF_8));
        return row == TextIndex.NONE ? UNKNOWN : registered(key(row));
    }

    /** Whether one of the cards of a person in the register is valid on the day. */
    boolean isCovered(int person, int day) {
        int row = firstRow[person];
        while (row >= 0) {
            if (parts[row >> SHIFT].isValidOn(row & PLACE, day)) {
                return true;
            }
            row = next[row >> SHIFT][row & PLACE] - 1;
        }
        return false;
    }

    /** The person with the key of a row of an earlier payment list; whom the register does not know is added. */
    int paidPerson(PaidPart part, int row) {
        int person = find(part.key(row));
        if (person == UNKNOWN) {
            person = newPerson(part.key(row));
            cardParts = Arrays.copyOf(cardParts, Math.max(cardParts.length, keys.length));
            cardRows = Arrays.copyOf(cardRows, Math.max(cardRows.length, keys.length));
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

    private void add(MemberPart part, int place, int row) {
        long key = part.key(place);
        int holder = byMemberNo.put(
                row, part.texts(), part.textFrom(place, CardPart.MEMBER_NO), part.textTo(place, CardPart.MEMBER_NO));
        if (holder != TextIndex.NONE && key(holder) != key) {
            refuse(part, place, "会员号" + memberNo(holder) + "已属于身份证号为" + new IdNumber(key(holder)) + "的另一人");
            return;
        }
        int person = find(key);
        if (person == UNKNOWN) {
            firstRow[size] = row;
            lastRow[size] = row;
            newPerson(key);
            return;
        }
        if (holder == TextIndex.NONE) {
            furtherNumbers++;
        }
        next[lastRow[person] >> SHIFT][lastRow[person] & PLACE] = row + 1;
        lastRow[person] = row;
    }

    private long key(int row) {
        return parts[row >> SHIFT].key(row & PLACE);
    }

    private void refuse(MemberPart part, int place, String detail) {
        rejects.add(part.reject(place, part.text(place, CardPart.MEMBER_NO), Reason.CONFLICTING, detail));
    }

    private String memberNo(int row) {
        return parts[row >> SHIFT].text(row & PLACE, CardPart.MEMBER_NO);
    }

    private boolean hasMemberNo(int row, byte[] bytes, int from, int to) {
        return parts[row >> SHIFT].hasText(row & PLACE, CardPart.MEMBER_NO, bytes, from, to);
    }

    /** The card that is valid on the day, else any; of several the one that began last, then the first in the file. */
    private void chooseCards(int day) {
        for (int person = 0; person < registered; person++) {
            int best = firstRow[person];
            for (int row = best; row >= 0; row = next[row >> SHIFT][row & PLACE] - 1) {
                best = isBetter(row, best, day) ? row : best;
            }
            cardParts[person] = parts[best >> SHIFT];
            cardRows[person] = best & PLACE;
        }
    }

    private boolean isBetter(int row, int best, int day) {
        MemberPart part = parts[row >> SHIFT];
        MemberPart bestPart = parts[best >> SHIFT];
        boolean isValid = part.isValidOn(row & PLACE, day);
        boolean isBestValid = bestPart.isValidOn(best & PLACE, day);
        return isValid == isBestValid ? part.validFrom(row & PLACE) > bestPart.validFrom(best & PLACE) : isValid;
    }

    private int find(long key) {
        int at = slot(key);
        return table[at] == 0 ? UNKNOWN : persons[at];
    }

    private int newPerson(long key) {
        if (size * 2L >= table.length) {
            growTable();
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, Math.max(16, size * 2));
        }
        int at = slot(key);
        table[at] = key;
        persons[at] = size;
        keys[size] = key;
        return size++;
    }

    /** No key is zero, since no birth date is: zero marks an empty slot. */
    private int slot(long key) {
        int mask = table.length - 1;
        int at = (int) (Hash.with(0, key) >>> 32) & mask;
        while (table[at] != 0 && table[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void growTable() {
        table = new long[table.length * 2];
        persons = new int[table.length];
        for (int person = 0; person < size; person++) {
            int at = slot(keys[person]);
            table[at] = keys[person];
            persons[at] = person;
        }
    }
}
