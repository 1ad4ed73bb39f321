package org.huzhu.quarter;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.huzhu.quarter.SettlementSummary.OutputFile;
import org.huzhu.quarter.SettlementSummary.Sums;
import org.huzhu.quarter.table.Aside;
import org.huzhu.quarter.table.CsvOut;

/**
 * What each person is due: entitled to date less paid before, in fen. Above zero it is paid, below zero carried on to
 * later quarters, and nothing is written at zero.
 */
final class Dues {

    /** The header of {@code payments.csv} and {@code carried.csv}. */
    static final String HEADER = "member_no,id_number,card_no,agency,year,quarter,"
            + "outpatient_self_pay_1,inpatient_self_pay_1,entitled,paid_before,due";

    private final SettlementRequest request;
    private final Register register;
    private final Entitlements entitlements;
    private final PaidBefore paid;

    Dues(SettlementRequest request, Register register, Entitlements entitlements, PaidBefore paid) {
        this.request = request;
        this.register = register;
        this.entitlements = entitlements;
        this.paid = paid;
    }

    /** The persons of whose due the predicate holds, by member number (as UTF-8 bytes), then by identity number. */
    int[] persons(LongPredicate ofDueFen) {
        Integer[] chosen = IntStream.range(0, register.size())
                .filter(person -> ofDueFen.test(dueFen(person)))
                .boxed()
                .toArray(Integer[]::new);
        Comparator<Integer> byMemberNo = this::compareMemberNos;
        Arrays.sort(
                chosen,
                byMemberNo.thenComparingLong(person -> register.idNumber(person).key()));
        return Arrays.stream(chosen).mapToInt(Integer::intValue).toArray();
    }

    long dueFen(int person) {
        return Math.subtractExact(entitlements.entitledFen(person), paid.fen(person));
    }

    /** How many rows of the register give a person a further member number. */
    int furtherNumbers() {
        return register.furtherNumbers();
    }

    /** The sums over all persons, in lists or not. */
    Sums sums() {
        long[] sums = new long[6];
        for (int person = 0; person < register.size(); person++) {
            long due = dueFen(person);
            add(sums, 0, Math.max(due, 0));
            add(sums, 1, Math.min(due, 0));
            add(sums, 2, entitlements.entitledFen(person));
            add(sums, 3, paid.fen(person));
            add(sums, 4, entitlements.outpatientFen(person));
            add(sums, 5, entitlements.inpatientFen(person));
        }
        return new Sums(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
    }

    /** How many persons were paid this year, this quarter included. */
    long personsPaid() {
        return IntStream.range(0, register.size())
                .filter(person -> dueFen(person) > 0 || paid.fen(person) > 0)
                .count();
    }

    OutputFile write(Aside aside, String name, int[] persons, SettlementListener listener) throws IOException {
        try (CsvOut out = new CsvOut(aside.open(name), HEADER)) {
            for (int i = 0; i < persons.length; i++) {
                write(out, persons[i]);
                if (i % 65_536 == 0) {
                    listener.reached(SettlementListener.Stage.WRITING, i, persons.length);
                }
            }
            return new OutputFile(name, persons.length, out.finish());
        }
    }

    private void write(CsvOut out, int person) throws IOException {
        CardPart card = register.cardPart(person);
        int row = register.cardRow(person);
        text(out, card, row, CardPart.MEMBER_NO);
        out.text(register.idNumber(person).text());
        text(out, card, row, CardPart.CARD_NO);
        text(out, card, row, CardPart.AGENCY);
        out.number(request.year());
        out.number(request.quarter());
        out.yuan(entitlements.outpatientFen(person));
        out.yuan(entitlements.inpatientFen(person));
        out.yuan(entitlements.entitledFen(person));
        out.yuan(paid.fen(person));
        out.yuan(dueFen(person));
        out.endRow();
    }

    private static void text(CsvOut out, CardPart card, int row, int text) throws IOException {
        out.text(card.texts(), card.textFrom(row, text), card.textTo(row, text));
    }

    private int compareMemberNos(int one, int other) {
        CardPart a = register.cardPart(one);
        CardPart b = register.cardPart(other);
        int rowA = register.cardRow(one);
        int rowB = register.cardRow(other);
        return Arrays.compareUnsigned(
                a.texts(),
                a.textFrom(rowA, CardPart.MEMBER_NO),
                a.textTo(rowA, CardPart.MEMBER_NO),
                b.texts(),
                b.textFrom(rowB, CardPart.MEMBER_NO),
                b.textTo(rowB, CardPart.MEMBER_NO));
    }

    private static void add(long[] sums, int at, long fen) {
        sums[at] = Math.addExact(sums[at], fen);
    }
}
