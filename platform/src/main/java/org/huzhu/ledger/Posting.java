package org.huzhu.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Require;

/**
 * What is to be posted: entries of one fund on one day that sum to zero.
 *
 * @param key what it is known by in the business that posts it, such as {@code enrolment/7f3c/paid}; the same thing has
 *     the same key however often it is tried
 * @param kind what happened, as a word of that business, such as {@code contribution.paid}; small letters, dots and
 *     hyphens
 * @param reference what it is about: an id of another room; never a name or a number of a person
 * @param day the day that it belongs to
 * @param entries two at least
 */
public record Posting(UUID fund, String key, String kind, String reference, LocalDate day, List<Entry> entries) {

    private static final int TEXT_MAX = 200;
    private static final int ENTRIES_MAX = 10_000;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z.-]{1,60}");

    public Posting {
        entries = List.copyOf(entries);
        Require.that(!key.isBlank() && key.length() <= TEXT_MAX, "A key has 1 to 200 signs, not '%s'", key);
        Require.that(KIND.matcher(kind).matches(), "'%s' is no kind of transaction", kind);
        Require.that(reference.length() <= TEXT_MAX, "A reference of %s is too long", key);
        Require.that(entries.size() >= 2, "A transaction has two entries at least, not those of %s", key);
        Require.that(entries.size() <= ENTRIES_MAX, "A transaction has 10,000 entries at most, not those of %s", key);
        Money total = Money.sum(entries.stream().map(Entry::amount).toList());
        Require.that(total.fen() == 0, "The entries of %s sum to %s, not to zero", key, total);
    }

    /** Whether both say the same, in whatever order their entries stand. */
    boolean says(Posting other) {
        return fund.equals(other.fund)
                && key.equals(other.key)
                && kind.equals(other.kind)
                && reference.equals(other.reference)
                && day.equals(other.day)
                && sorted(entries).equals(sorted(other.entries));
    }

    private static List<Entry> sorted(List<Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(Entry::account).thenComparing(Entry::amount))
                .toList();
    }

    /** What takes it back. */
    Posting reversed(String under, LocalDate on) {
        return new Posting(
                fund,
                under,
                kind,
                reference,
                on,
                entries.stream().map(Entry::reversed).toList());
    }
}
