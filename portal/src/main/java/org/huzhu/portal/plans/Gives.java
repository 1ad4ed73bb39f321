package org.huzhu.portal.plans;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.huzhu.adjudication.ChineseWording;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Benefit.Band;
import org.huzhu.plan.Benefit.BandedShare;
import org.huzhu.plan.Benefit.CostShare;
import org.huzhu.plan.Benefit.DailyAllowance;
import org.huzhu.plan.Benefit.DeathSum;
import org.huzhu.plan.Benefit.DisabilityShare;
import org.huzhu.plan.Benefit.DiseaseSum;
import org.huzhu.plan.Benefit.InjuryConsolation;
import org.huzhu.plan.Benefit.LossRow;
import org.huzhu.plan.Benefit.MaturityReturn;
import org.huzhu.plan.Benefit.PropertyLoss;
import org.huzhu.plan.Benefit.ShareRow;
import org.huzhu.plan.Benefit.YearlyShare;
import org.huzhu.plan.Clause;
import org.huzhu.portal.Texts;

/** Says in a phrase what a clause gives, for whoever looks a plan over; the rule itself says all of it. */
final class Gives {

    private Gives() {}

    static String phrase(Clause clause) {
        return clause.title() + "：" + amount(clause.benefit());
    }

    private static String amount(Benefit benefit) {
        return switch (benefit) {
            case DiseaseSum sum -> Texts.say("plans.gives.perUnit", range(sum.full()));
            case DailyAllowance allowance -> Texts.say("plans.gives.daily", range(allowance.perDay()));
            case CostShare share ->
                shares(share.rows().stream().map(ShareRow::share).toList());
            case YearlyShare share -> shares(List.of(share.share()));
            case BandedShare share ->
                shares(share.bands().stream().map(Band::share).toList());
            case DisabilityShare share -> Texts.say("plans.gives.grade", range(share.sum()));
            case DeathSum sum -> range(sum.sum());
            case InjuryConsolation sum -> Texts.say("plans.gives.most", range(sum.sum()));
            case PropertyLoss loss -> Texts.say("plans.gives.most", most(loss));
            case MaturityReturn back -> Texts.say("plans.gives.back", back.share());
        };
    }

    private static String most(PropertyLoss loss) {
        return ChineseWording.yuan(loss.rows().stream()
                .map(LossRow::max)
                .max(Comparator.naturalOrder())
                .orElse(Money.ZERO));
    }

    private static String range(Amounts amounts) {
        List<Money> sorted = amounts.rows().stream()
                .map(Amounts.Row::amount)
                .sorted()
                .distinct()
                .toList();
        String least = ChineseWording.yuan(sorted.getFirst());
        return sorted.size() == 1
                ? least
                : Texts.say("plans.gives.range", least, ChineseWording.yuan(sorted.getLast()));
    }

    private static String shares(List<Rate> rates) {
        return Texts.say(
                "plans.gives.share",
                rates.stream().distinct().map(Rate::toString).collect(Collectors.joining("、")));
    }
}
