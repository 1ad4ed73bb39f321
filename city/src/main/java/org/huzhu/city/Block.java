package org.huzhu.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The part of a city's files that one block of people fills: the unit of work, and the bound of the memory used.
 *
 * @param parts the bytes for the register, then for the four feeds
 * @param registerRows how many rows the first part has
 * @param verdicts what settling must make of the rows of each feed
 */
record Block(List<byte[]> parts, long registerRows, List<Map<Verdict, Long>> verdicts) {

    static final int PEOPLE = 8_192;
    static final int FEEDS = 4;

    static Block of(int number, CityOrder order, CityMaker maker, List<FileStyle> styles) {
        List<FeedRow> rows = new ArrayList<>();
        StringBuilder register = new StringBuilder();
        long registerRows = 0;
        int end = (int) Math.min(order.people(), (number + 1L) * PEOPLE);
        for (int index = number * PEOPLE; index < end; index++) {
            Person person = maker.person(index);
            person.cards().forEach(card -> styles.getFirst().append(register, card.fields(maker.days())));
            registerRows += person.cards().size();
            rows.addAll(maker.rows(person));
        }
        rows.sort(Comparator.comparingInt(FeedRow::reachedOn));

        List<byte[]> parts = new ArrayList<>();
        parts.add(register.toString().getBytes(styles.getFirst().charset()));
        List<StringBuilder> feeds =
                IntStream.range(0, FEEDS).mapToObj(_ -> new StringBuilder()).toList();
        List<Map<Verdict, Long>> verdicts = IntStream.range(0, FEEDS)
                .<Map<Verdict, Long>>mapToObj(_ -> new EnumMap<>(Verdict.class))
                .toList();
        for (FeedRow row : rows) {
            int quarter = maker.days().quarter(row.reachedOn());
            styles.get(quarter).append(feeds.get(quarter - 1), row.fields());
            verdicts.get(quarter - 1).merge(row.verdict(), 1L, Long::sum);
        }
        for (int quarter = 1; quarter <= FEEDS; quarter++) {
            parts.add(feeds.get(quarter - 1)
                    .toString()
                    .getBytes(styles.get(quarter).charset()));
        }
        return new Block(parts, registerRows, verdicts);
    }
}
