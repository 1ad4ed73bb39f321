package org.huzhu.portal.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.JournalLine;
import org.huzhu.ledger.TrialBalance;
import org.huzhu.portal.Texts;

/**
 * What moved an account within some days, as its page shows it.
 *
 * @param before what it came to before the first day
 * @param after what it comes to at the end of the last day
 */
public record JournalView(
        Fund fund, TrialBalance.Line before, Money after, DateSpan span, List<JournalLine> lines, boolean hasMore) {

    /** What these kinds of posting are about is a bill. */
    private static final Set<String> OF_BILLS =
            Set.of("contribution.billed", "contribution.allocated", "contribution.earned");

    public JournalView {
        lines = List.copyOf(lines);
    }

    public String address() {
        return LedgerPage.ADDRESS + "/" + fund.id();
    }

    public LocalDate last() {
        return span.until().minusDays(1);
    }

    /** What happened, in words; as the business calls it where there are none. */
    public static String kind(JournalLine line) {
        return Texts.maybe("posting." + line.kind()).orElse(line.kind());
    }

    /** Where what it is about is shown; empty text where no page does. */
    public static String about(JournalLine line) {
        return OF_BILLS.contains(line.kind()) ? "/w/bills/" + line.reference() : "";
    }

    /** A credit, which is below zero, as it is written in a column of credits. */
    public static Money turned(Money credit) {
        return FundView.turned(credit);
    }

    /** A balance with the side on which it stands. */
    public static String sided(Money balance) {
        if (balance.isNegative()) {
            return Texts.say("ledger.on.credit", Texts.yuan(turned(balance)));
        }
        return balance.isPositive() ? Texts.say("ledger.on.debit", Texts.yuan(balance)) : Texts.say("ledger.flat");
    }

    public String next() {
        JournalLine.Place place = lines.getLast().place();
        return "%s/journal?account=%s&from=%s&until=%s&after=%s.%d.%d"
                .formatted(
                        address(),
                        before.account().code(),
                        span.from(),
                        last(),
                        place.day(),
                        place.transaction(),
                        place.line());
    }
}
