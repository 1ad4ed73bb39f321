package org.huzhu.city.past;

import java.util.List;
import org.huzhu.city.Agencies;
import org.huzhu.columns.Words;

/** The words of a history. They are given their numbers once, in a fixed order, and are complete from the start. */
final class Vocabulary {

    private final Words words = new Words();
    private final int[] plans;
    private final int[] tiers;
    private final int[] agencies;

    Vocabulary() {
        plans = numbers(List.of(Scheme.values()).stream().map(Scheme::plan).toList());
        tiers = numbers(List.of(Tier.values()).stream().map(Tier::word).toList());
        agencies = numbers(Agencies.all());
        Disease.ALL.forEach(disease -> number(disease.name()));
        Complaint.ALL.forEach(complaint -> number(complaint.code()));
        Disease.ALL.forEach(disease -> number(disease.code()));
    }

    private int[] numbers(List<String> each) {
        return each.stream().mapToInt(words::number).toArray();
    }

    private void number(String word) {
        words.number(word);
    }

    Words words() {
        return words;
    }

    int plan(Scheme scheme) {
        return plans[scheme.ordinal()];
    }

    int tier(Tier tier) {
        return tiers[tier.ordinal()];
    }

    int agency(int place) {
        return agencies[place];
    }

    /** The number of any other word of the history. */
    int of(String word) {
        return words.find(word);
    }
}
