package org.huzhu.portal.member;

import java.util.List;
import java.util.stream.Collectors;
import org.huzhu.contributions.payers.Payers.Paid;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment.Payer;
import org.huzhu.portal.Texts;

/** Who pays for a cover, in the words of the member whose it is. */
final class PaidBy {

    private PaidBy() {}

    /** One sentence with all payers and what it comes to; empty where it was never billed. */
    static String of(List<Paid> paid) {
        if (paid.isEmpty()) {
            return "";
        }
        String all = paid.stream().map(PaidBy::one).collect(Collectors.joining(Texts.say("cover.paid.and")));
        Money sum = Money.sum(paid.stream().map(Paid::money).toList());
        return paid.size() == 1 ? Texts.say("cover.paid.one", all) : Texts.say("cover.paid.all", all, Texts.yuan(sum));
    }

    private static String one(Paid paid) {
        boolean isElsewhere = paid.payer() == Payer.UPPER_UNION || paid.payer() == Payer.SPONSOR;
        String who = paid.payer() == Payer.MEMBER ? Texts.say("cover.paid.self") : Texts.say("payer." + paid.payer());
        String named = isElsewhere ? Texts.say("payer.named", who, paid.name()) : who;
        return Texts.say(paid.isOpen() ? "cover.paid.open" : "cover.paid.done", named, Texts.yuan(paid.money()));
    }
}
