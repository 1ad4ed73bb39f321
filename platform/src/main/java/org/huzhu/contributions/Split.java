package org.huzhu.contributions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Require;
import org.huzhu.plan.Enrolment.Payer;

/**
 * Who pays which part of a contribution (缴费分摊).
 *
 * <p>First, in the order in which they stand, the shares by the head, each of what is left at most. What they leave is
 * divided among the parts and the rest, by the largest remainder, so that no fen is left over.
 *
 * @param shares with one rest and parts of less than the whole, or with parts that come to the whole
 */
public record Split(List<Share> shares) {

    private static final int WHOLE = 10_000;
    private static final int SHARES_MAX = 12;

    public Split {
        shares = List.copyOf(shares);
        Require.that(!shares.isEmpty() && shares.size() <= SHARES_MAX, "A split has 1 to 12 shares");
        long rests =
                shares.stream().filter(share -> share.rule() instanceof Rest).count();
        long parts = shares.stream().mapToLong(share -> weight(share.rule())).sum();
        Require.that(
                rests == 1 ? parts < WHOLE : rests == 0 && parts == WHOLE,
                "A split has one rest, or parts that come to the whole");
        Require.that(
                shares.stream().map(Share::by).distinct().count() == shares.size(), "A payer stands in a split once");
    }

    private static long weight(Rule rule) {
        return rule instanceof Part(int basisPoints) ? basisPoints : 0;
    }

    /** How much somebody pays. */
    public sealed interface Rule {}

    /** So much for each head, and no more than is left. */
    public record PerHead(Money money) implements Rule {
        public PerHead {
            Require.that(money.isPositive(), "A share by the head is above zero, not %s", money);
        }
    }

    /** A part of what the shares by the head leave, in hundredths of a per cent. */
    public record Part(int basisPoints) implements Rule {
        public Part {
            Require.that(basisPoints > 0 && basisPoints <= WHOLE, "%d is no part of a whole", basisPoints);
        }
    }

    /** All that the others do not pay. */
    public record Rest() implements Rule {}

    /**
     * Who pays: the members through their unit, the unit, or somebody else.
     *
     * @param organisation the one that pays, where it is not the unit
     * @param sponsor what a sponsor is called that is none of the organisations
     */
    public record By(Payer payer, Optional<UUID> organisation, Optional<String> sponsor) {

        public By {
            boolean isElsewhere = payer == Payer.UPPER_UNION || payer == Payer.SPONSOR;
            Require.that(
                    isElsewhere || (organisation.isEmpty() && sponsor.isEmpty()),
                    "%s is the unit or its people",
                    payer);
            Require.that(
                    payer != Payer.UPPER_UNION || organisation.isPresent(), "Which upper union it is must be said");
            Require.that(
                    payer == Payer.SPONSOR ? organisation.isPresent() != sponsor.isPresent() : sponsor.isEmpty(),
                    "A sponsor is an organisation, or has a name");
        }

        /** The unit itself, or its people. */
        public static By unit(Payer payer) {
            return new By(payer, Optional.empty(), Optional.empty());
        }

        /** Another organisation. */
        public static By other(Payer payer, UUID organisation) {
            return new By(payer, Optional.of(organisation), Optional.empty());
        }
    }

    /** Who pays, and how much. */
    public record Share(By by, Rule rule) {}

    /** All of it by one. */
    public static Split allBy(By by) {
        return new Split(List.of(new Share(by, new Rest())));
    }

    /**
     * Divides a sum that is due for so many heads.
     *
     * @return what each share comes to, in their order; together the sum
     */
    public List<Money> divide(Money sum, int heads) {
        Money left = sum;
        List<Money> byHead = new ArrayList<>();
        for (Share share : shares) {
            Money money = share.rule() instanceof PerHead(Money perHead)
                    ? perHead.times(heads).atMost(left)
                    : Money.ZERO;
            byHead.add(money);
            left = left.minus(money);
        }
        List<Money> parts = left.shareOut(weights());
        List<Money> all = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            all.add(byHead.get(i).plus(parts.get(i)));
        }
        return List.copyOf(all);
    }

    private List<Long> weights() {
        long parts = shares.stream().mapToLong(share -> weight(share.rule())).sum();
        return shares.stream()
                .map(share -> share.rule() instanceof Rest ? WHOLE - parts : weight(share.rule()))
                .toList();
    }
}
