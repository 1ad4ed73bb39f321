package org.huzhu.portal.payers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.contributions.Split;
import org.huzhu.contributions.Split.By;
import org.huzhu.contributions.Split.Part;
import org.huzhu.contributions.Split.PerHead;
import org.huzhu.contributions.Split.Rest;
import org.huzhu.contributions.Split.Rule;
import org.huzhu.contributions.Split.Share;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment.Payer;
import org.huzhu.portal.Typed;

/** Reads the shares that were typed; what is wrong is said beside the field. */
final class SplitReader {

    static final String SHARES = "shares";

    private SplitReader() {}

    /** Empty where something is wrong. */
    static Optional<Split> read(Typed typed) {
        List<Share> shares = new ArrayList<>();
        for (int row = 0; row < SplitsView.ROWS; row++) {
            if (!typed.at("payer" + row).isEmpty()) {
                share(typed, row).ifPresent(shares::add);
            }
        }
        if (shares.isEmpty()) {
            typed.refuse(SHARES, "splits.shares.missing");
        }
        if (!typed.isSound()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Split(shares));
        } catch (IllegalArgumentException e) {
            typed.refuse(SHARES, "splits.shares.wrong");
            return Optional.empty();
        }
    }

    private static Optional<Share> share(Typed typed, int row) {
        Optional<By> by =
                typed.wanted("payer" + row, word -> by(word, typed.at("sponsor" + row)), "splits.payer.wrong");
        Optional<Rule> rule =
                typed.wanted("rule" + row, word -> rule(word, typed.at("amount" + row)), "splits.amount.wrong");
        return by.flatMap(who -> rule.map(what -> new Share(who, what)));
    }

    /** The name of a payer, or the id of an organisation above, which pays as an upper union. */
    private static By by(String word, String sponsor) {
        if (word.equals(Payer.SPONSOR.name())) {
            return new By(Payer.SPONSOR, Optional.empty(), Optional.of(sponsor).filter(name -> name.length() >= 2));
        }
        return SplitsView.OWN.stream()
                .filter(payer -> payer.name().equals(word))
                .findFirst()
                .map(By::unit)
                .orElseGet(() -> By.other(Payer.UPPER_UNION, UUID.fromString(word)));
    }

    private static Rule rule(String word, String amount) {
        return switch (word) {
            case "HEAD" -> new PerHead(Money.parseYuan(amount));
            case "PART" ->
                new Part(new BigDecimal(amount.replace("%", "").strip())
                        .movePointRight(2)
                        .intValueExact());
            case "REST" -> new Rest();
            default -> throw new IllegalArgumentException(word);
        };
    }
}
