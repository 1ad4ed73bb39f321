package org.huzhu.portal.plans;

import java.util.List;
import java.util.stream.Collectors;
import org.huzhu.adjudication.ChineseWording;
import org.huzhu.plan.Enrolment;
import org.huzhu.plan.Enrolment.AgeRange;
import org.huzhu.plan.Enrolment.Contribution;
import org.huzhu.plan.Plan;
import org.huzhu.plan.TermLength;
import org.huzhu.portal.Texts;
import org.huzhu.text.Words;

/**
 * A plan in a few words.
 *
 * @param who may be enrolled
 * @param gives what each clause gives, in a phrase
 * @param prices what a unit of cover costs for a term, by tier, occupation and group of people
 * @param term how long a cover lasts
 */
public record PlanCard(
        String code, String title, String version, String who, List<String> gives, List<String> prices, String term) {

    public PlanCard {
        gives = List.copyOf(gives);
        prices = List.copyOf(prices);
    }

    static PlanCard of(Shelved shelved) {
        return of(shelved.code(), shelved.current().plan());
    }

    static PlanCard of(String code, Plan plan) {
        Enrolment rules = plan.enrolment();
        return new PlanCard(
                code,
                plan.title(),
                plan.id().version(),
                who(rules),
                plan.clauses().stream().map(Gives::phrase).toList(),
                rules.contributions().stream().map(PlanCard::price).toList(),
                term(rules.term()));
    }

    private static String who(Enrolment rules) {
        String categories = rules.categories().stream().sorted().map(Words::of).collect(Collectors.joining("、"));
        String sexes = rules.sexes().size() > 1
                ? ""
                : rules.sexes().stream()
                        .map(sex -> Texts.say("plans.who.sex", Words.of(sex)))
                        .collect(Collectors.joining());
        String ages = rules.ages().stream().map(PlanCard::ages).collect(Collectors.joining("、"));
        return categories + sexes + "，" + ages;
    }

    private static String ages(AgeRange range) {
        return range.sex().map(Words::of).orElse("") + Texts.say("plans.who.ages", range.min(), range.max());
    }

    private static String price(Contribution row) {
        String who = row.tier().orElse("")
                + row.occupation().map(Words::of).orElse("")
                + row.category().map(Words::of).orElse("");
        String price = row.perUnit().isPositive()
                ? Texts.say("plans.price", ChineseWording.yuan(row.perUnit()))
                : Texts.say("plans.price.none");
        return (who + " " + price).strip() + (row.illustrative() ? Texts.say("plans.illustrative") : "");
    }

    private static String term(TermLength term) {
        return switch (term) {
            case TermLength.Years years -> Texts.say("plans.term.years", years.years());
            case TermLength.CalendarYear _ -> Texts.say("plans.term.calendar");
            case TermLength.Days days -> Texts.say("plans.term.days", days.days());
            case TermLength.Fixed fixed ->
                Texts.say(
                        "plans.term.fixed",
                        fixed.span().from(),
                        fixed.span().until().minusDays(1));
        };
    }
}
