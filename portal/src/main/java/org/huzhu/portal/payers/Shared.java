package org.huzhu.portal.payers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.contributions.Split;
import org.huzhu.contributions.Split.By;
import org.huzhu.contributions.Split.Part;
import org.huzhu.contributions.Split.PerHead;
import org.huzhu.contributions.Split.Rest;
import org.huzhu.contributions.Split.Share;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment.Contribution;
import org.huzhu.plan.Plan;
import org.huzhu.portal.Texts;

/** Who pays, in words. */
final class Shared {

    private Shared() {}

    /** Who it is; other organisations by the names that are known of them. */
    static String who(By by, Map<UUID, String> names) {
        String payer = Texts.say("payer." + by.payer());
        Optional<String> other = by.sponsor().or(() -> by.organisation().map(id -> names.getOrDefault(id, "")));
        return other.filter(name -> !name.isEmpty())
                .map(name -> Texts.say("payer.named", payer, name))
                .orElse(payer);
    }

    /** All shares, with what each is by rule. */
    static String shares(Split split, Map<UUID, String> names) {
        return split.shares().stream()
                .map(share -> Texts.say("splits.share", who(share.by(), names), rule(share, split)))
                .collect(Collectors.joining(Texts.say("splits.and")));
    }

    private static String rule(Share share, Split split) {
        return switch (share.rule()) {
            case PerHead(Money money) -> Texts.say("splits.rule.head", Texts.yuan(money));
            case Part(int basisPoints) -> Texts.say("splits.rule.part", percent(basisPoints));
            case Rest _ -> Texts.say(split.shares().size() == 1 ? "splits.rule.all" : "splits.rule.rest");
        };
    }

    static String percent(long basisPoints) {
        return basisPoints % 100 == 0 ? basisPoints / 100 + "%" : "%.2f%%".formatted(basisPoints / 100.0);
    }

    /** What each pays of one head's contribution, to the fen. */
    static String example(Split split, Money price, Map<UUID, String> names) {
        List<Money> parts = split.divide(price, 1);
        List<String> each = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String who = who(split.shares().get(i).by(), names);
            each.add(Texts.say("splits.example.part", who, Texts.yuan(parts.get(i))));
        }
        return String.join(Texts.say("splits.example.plus"), each);
    }

    /** What one unit of cover costs somebody, by the first row of the plan's prices. */
    static Money price(Plan plan) {
        return plan.enrolment().contributions().stream()
                .findFirst()
                .map(Contribution::perUnit)
                .orElse(Money.ZERO);
    }

    /** The organisations that are named in a split. */
    static List<UUID> others(Split split) {
        return split.shares().stream()
                .flatMap(share -> share.by().organisation().stream())
                .toList();
    }
}
