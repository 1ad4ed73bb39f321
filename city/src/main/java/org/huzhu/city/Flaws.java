package org.huzhu.city;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Makes the rows that settling must refuse, of every reason, each beside a good row that stays as it is. */
final class Flaws {

    /**
     * How often each reason is chosen, in the order of {@link Verdict}: no acceptance, and cover only where it lapsed.
     */
    private static final List<Integer> WEIGHTS = List.of(0, 26, 12, 10, 8, 16, 6, 6, 4, 8, 0);

    private static final List<Verdict> VERDICTS = List.of(Verdict.values());
    private static final int SEARCHES_MAX = 24;
    private static final int ADDED_FEN_MAX = 5_000;
    private static final String NEVER_ISSUED = "00000000";

    private final YearDays days;
    private final Births births;
    private final BadRows badRows = new BadRows();

    Flaws(CityOrder order, YearDays days) {
        this.days = days;
        this.births = new Births(order.year());
    }

    /** One flawed row beside the good one; for a second cancellation also the harmless pair that it needs. */
    List<FeedRow> beside(FeedRow good, Person person, RecordNumbers numbers, Chance chance) {
        if (!good.field(FeedRow.CANCELS).isEmpty()) {
            return List.of(cancelsUnknown(good, numbers.next(), chance));
        }
        OptionalInt lapsed = uncoveredDay(person, chance);
        if (lapsed.isPresent() && chance.below(2) == 0) {
            return List.of(notCovered(good.with(FeedRow.RECORD_NO, numbers.next()), lapsed.getAsInt()));
        }
        Verdict wanted = VERDICTS.get(chance.weighted(WEIGHTS));
        FeedRow other = good.with(FeedRow.RECORD_NO, numbers.next()).as(wanted);
        return switch (wanted) {
            case ACCEPTED, NOT_COVERED -> throw new IllegalStateException(wanted + " has no weight");
            case BAD_ROW -> List.of(badRows.spoil(other, chance));
            case BAD_ID -> List.of(other.with(FeedRow.ID_NUMBER, badId(person, chance)));
            case AMOUNTS_DISAGREE -> List.of(disagreeing(other, chance));
            case OUT_OF_YEAR -> List.of(outOfYear(other, chance));
            case DUPLICATE -> List.of(later(good, chance).as(Verdict.DUPLICATE));
            case CONFLICTING -> List.of(conflicting(later(good, chance), chance));
            case CANCELS_UNKNOWN -> List.of(cancelsUnknown(other, other.field(FeedRow.RECORD_NO), chance));
            case CANCELLED_TWICE -> cancelledTwice(other, numbers);
            case UNKNOWN_PERSON ->
                List.of(other.with(FeedRow.ID_NUMBER, births.stranger(chance).number()));
        };
    }

    private FeedRow later(FeedRow row, Chance chance) {
        return row.reachedOn(Math.min(row.reachedOn() + chance.below(100), days.length() - 1));
    }

    private static String badId(Person person, Chance chance) {
        String number = person.identity().number();
        String body = number.substring(0, 17);
        return switch (chance.below(5)) {
            case 0 -> body + (number.endsWith("7") ? '8' : '7');
            case 1 -> body;
            case 2 -> number + "0";
            case 3 -> Identity.withCheck(number.substring(0, 10) + "1332" + number.substring(14, 17));
            default -> number.substring(0, 16) + "O" + number.substring(17);
        };
    }

    /** By two fen, the least that is too much, or by more. */
    private static FeedRow disagreeing(FeedRow row, Chance chance) {
        int more = chance.below(2) * chance.below(ADDED_FEN_MAX);
        return row.with(FeedRow.TOTAL, FeedRow.yuan(sumOfParts(row) + 2 + more));
    }

    private static long sumOfParts(FeedRow row) {
        long sum = 0;
        for (int place = FeedRow.TOTAL + 1; place < FeedRow.CANCELS; place++) {
            sum += fen(row.field(place));
        }
        return sum;
    }

    private static long fen(String yuan) {
        return Long.parseLong(yuan.replace(".", ""));
    }

    private FeedRow outOfYear(FeedRow row, Chance chance) {
        String day = days.text(chance.below(4) == 0 ? days.length() + chance.below(60) : -chance.between(1, 60));
        return row.with(FeedRow.ADMITTED_ON, day)
                .with(FeedRow.DISCHARGED_ON, day)
                .with(FeedRow.SETTLED_ON, day);
    }

    /** Same number, more money: the parts agree, so that only the number can give it away. */
    private static FeedRow conflicting(FeedRow row, Chance chance) {
        long selfPay1 = fen(row.field(FeedRow.SELF_PAY_1)) + 1 + chance.below(ADDED_FEN_MAX);
        FeedRow dearer = row.with(FeedRow.SELF_PAY_1, FeedRow.yuan(selfPay1));
        return dearer.with(FeedRow.TOTAL, FeedRow.yuan(sumOfParts(dearer))).as(Verdict.CONFLICTING);
    }

    /** Takes back a record that never was, or, at a cancellation, takes back the taking back. */
    private static FeedRow cancelsUnknown(FeedRow row, String number, Chance chance) {
        boolean ofCancellation = !row.field(FeedRow.CANCELS).isEmpty();
        String target = ofCancellation ? row.field(FeedRow.RECORD_NO) : NEVER_ISSUED + chance.below(1_000_000);
        return row.with(FeedRow.CANCELS, target).with(FeedRow.RECORD_NO, number).as(Verdict.CANCELS_UNKNOWN);
    }

    /** A bill entered by mistake, taken back the same day, and taken back again. */
    private static List<FeedRow> cancelledTwice(FeedRow mistake, RecordNumbers numbers) {
        List<FeedRow> rows = new ArrayList<>();
        rows.add(mistake.as(Verdict.ACCEPTED));
        FeedRow cancelling = mistake.with(FeedRow.CANCELS, mistake.field(FeedRow.RECORD_NO));
        rows.add(cancelling.with(FeedRow.RECORD_NO, numbers.next()).as(Verdict.ACCEPTED));
        rows.add(cancelling.with(FeedRow.RECORD_NO, numbers.next()).as(Verdict.CANCELLED_TWICE));
        return rows;
    }

    private FeedRow notCovered(FeedRow row, int day) {
        String text = days.text(day);
        return row.with(FeedRow.ADMITTED_ON, text)
                .with(FeedRow.DISCHARGED_ON, text)
                .with(FeedRow.SETTLED_ON, text)
                .reachedOn(Math.max(row.reachedOn(), day))
                .as(Verdict.NOT_COVERED);
    }

    /** Some day without a valid card; few people had any, so half of their flaws show it. */
    private OptionalInt uncoveredDay(Person person, Chance chance) {
        for (int i = 0; i < SEARCHES_MAX; i++) {
            int day = chance.below(days.length());
            if (!person.isCoveredOn(day)) {
                return OptionalInt.of(day);
            }
        }
        return OptionalInt.empty();
    }
}
