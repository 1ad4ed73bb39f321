package org.huzhu.claims.recipients;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.judged.Facts;
import org.huzhu.database.BeyondReach;
import org.huzhu.facts.Event;
import org.huzhu.kernel.Money;
import org.huzhu.members.payees.Payees;
import org.huzhu.plan.Insured;
import org.springframework.stereotype.Component;

/** Who is paid for a claim, and how much of it: the member himself, unless somebody is named in his place. */
@Component
public class Recipients {

    private static final int MAX = 20;

    private final JdbcRecipients rows;
    private final Payees payees;
    private final BeyondReach beyond;

    Recipients(JdbcRecipients rows, Payees payees, BeyondReach beyond) {
        this.rows = rows;
        this.payees = payees;
        this.beyond = beyond;
    }

    /** Whether somebody must be named: the member himself has died. */
    public static boolean areWanted(Facts facts) {
        return facts.events().stream()
                .anyMatch(event ->
                        event instanceof Event.Death death && death.person().insured() == Insured.MEMBER);
    }

    /** Those who are paid in the member's place; none where it is himself. */
    public List<Recipient> of(UUID claim) {
        return rows.of(claim);
    }

    /** The member with his card, wherever he works now. */
    public Optional<Payees.Payee> himself(UUID member) {
        return beyond.call(() -> payees.of(member));
    }

    /** The name and the card of who is paid at the place; at 0 the member. */
    public Optional<Payees.Payee> account(UUID claim, UUID member, int place) {
        return place == 0 ? himself(member) : rows.account(claim, place);
    }

    public void name(UUID claim, Named named) {
        List<Recipient> there = rows.of(claim);
        require(!rows.isOwed(claim), Reason.RECIPIENTS_STAND);
        require(there.size() < MAX && !rows.papers(claim).contains(named.paper().indexed()), Reason.RECIPIENT_UNFIT);
        rows.add(claim, named);
    }

    public void unname(UUID claim, int place) {
        require(!rows.isOwed(claim), Reason.RECIPIENTS_STAND);
        require(rows.remove(claim, place), Reason.ABSENT);
    }

    /** Refuses shares that are not one whole. */
    public void requireWhole(UUID claim) {
        List<Long> _ = weights(rows.of(claim));
    }

    private static List<Long> weights(List<Recipient> recipients) {
        return Shares.weights(recipients.stream().map(Recipient::share).toList())
                .orElseThrow(() -> new ClaimRefused(Reason.SHARES_UNFIT));
    }

    /**
     * What of a sum that a fund bears is whose, by the places. What is given is divided by the shares. What is taken
     * back is divided by what each was owed, so that nobody is asked for more than he was given; what they were never
     * given is asked of the member.
     */
    public SequencedMap<Integer, Money> parts(UUID claim, UUID fund, Money sum) {
        List<Recipient> all = rows.of(claim);
        if (sum.fen() == 0) {
            return new LinkedHashMap<>();
        }
        if (all.isEmpty()) {
            return new LinkedHashMap<>(Map.of(0, sum));
        }
        return sum.isNegative() ? taken(rows.owed(claim, fund), sum) : divided(all, sum);
    }

    /** What of a sum would be whose, by the places; nothing where there is nothing to give. */
    public static SequencedMap<Integer, Money> divided(List<Recipient> recipients, Money sum) {
        return recipients.isEmpty() || !sum.isPositive()
                ? new LinkedHashMap<>()
                : Shares.divided(recipients.stream().map(Recipient::place).toList(), weights(recipients), sum);
    }

    private static SequencedMap<Integer, Money> taken(SequencedMap<Integer, Money> owed, Money sum) {
        Money given = Money.sum(owed.values());
        Money theirs = given.plus(sum).isNegative() ? Money.ZERO.minus(given) : sum;
        SequencedMap<Integer, Money> taken = owed.isEmpty()
                ? new LinkedHashMap<>()
                : Shares.divided(
                        List.copyOf(owed.keySet()),
                        owed.values().stream().map(Money::fen).toList(),
                        theirs);
        Money rest = sum.minus(theirs);
        if (rest.isNegative()) {
            taken.merge(0, rest, Money::plus);
        }
        return taken;
    }

    private static void require(boolean holds, Reason reason) {
        if (!holds) {
            throw new ClaimRefused(reason);
        }
    }
}
