package org.huzhu.city;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Spoils a row so that it cannot be read as the format says: dates, amounts, fields. */
final class BadRows {

    private static final List<UnaryOperator<FeedRow>> WAYS = List.of(
            row -> row.with(FeedRow.SETTLED_ON, row.field(FeedRow.SETTLED_ON).replace('-', '/')),
            row -> row.with(FeedRow.SETTLED_ON, row.field(FeedRow.SETTLED_ON).substring(0, 4) + "-02-30"),
            row -> row.with(FeedRow.ADMITTED_ON, row.field(FeedRow.ADMITTED_ON).replace("-", "")),
            row -> row.with(FeedRow.DISCHARGED_ON, "1949-10-01"),
            row -> row.with(FeedRow.DISCHARGED_ON, ""),
            row -> row.with(FeedRow.SELF_PAY_1, "-" + row.field(FeedRow.SELF_PAY_1)),
            row -> row.with(FeedRow.SELF_PAY_1, row.field(FeedRow.SELF_PAY_1) + "0"),
            row -> row.with(FeedRow.TOTAL, row.field(FeedRow.TOTAL) + "元"),
            row -> row.with(FeedRow.TOTAL, "1,0" + row.field(FeedRow.TOTAL)),
            row -> row.with(FeedRow.TOTAL, "１２０.00"),
            row -> row.with(FeedRow.TOTAL, ""),
            row -> row.with(FeedRow.VISIT, "emergency"),
            row -> row.with(FeedRow.RECORD_NO, ""),
            row -> new FeedRow(row.reachedOn(), row.verdict(), row.fields().subList(0, FeedRow.CANCELS)),
            row -> new FeedRow(row.reachedOn(), row.verdict(), row.fields().subList(0, FeedRow.SETTLED_ON)),
            BadRows::withOneMore);

    FeedRow spoil(FeedRow row, Chance chance) {
        return chance.oneOf(WAYS).apply(row);
    }

    private static FeedRow withOneMore(FeedRow row) {
        List<String> longer = new ArrayList<>(row.fields());
        longer.add("0");
        return new FeedRow(row.reachedOn(), row.verdict(), List.copyOf(longer));
    }
}
