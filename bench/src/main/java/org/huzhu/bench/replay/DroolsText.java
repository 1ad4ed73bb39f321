package org.huzhu.bench.replay;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.bench.drools.Draft;
import org.huzhu.plan.Relation.Manner;
import org.huzhu.plan.Scope;
import org.huzhu.rules.CapRules;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.RelationRules;
import org.huzhu.rules.Rulebook;
import org.huzhu.rules.TierAmounts;
import org.huzhu.rules.VersionRules;

/** The rules of a plan in the language of Drools; the numbers stand in the conditions, where Drools compiles them. */
final class DroolsText {

    private final Rulebook rules;
    private final PlanRules plan;
    private final StringBuilder text;
    private final Set<String> known = new HashSet<>();
    private int count;

    private DroolsText(Rulebook rules, PlanRules plan, StringBuilder text) {
        this.rules = rules;
        this.plan = plan;
        this.text = text;
    }

    /** The rules of the plans, by their short names. */
    static String of(Rulebook rules, List<String> plans) {
        StringBuilder text = new StringBuilder(Sql.resource("common.drl"));
        rules.plans().stream()
                .filter(plan -> plans.contains(plan.name()))
                .forEach(plan -> new DroolsText(rules, plan, text).add());
        return text.toString();
    }

    private void add() {
        for (VersionRules version : plan.versions()) {
            for (ClauseRules clause : version.clauses()) {
                for (Era era : Era.of(plan)) {
                    if (era.version() == clause.version()) {
                        new DroolsClause(this, plan, clause, era).add();
                    }
                }
                cap(clause);
            }
            version.relations().forEach(relation -> relate(version, relation));
        }
    }

    /** One rule more, unless it is there. */
    void rule(int salience, String when, String then) {
        if (!known.add(when)) {
            return;
        }
        text.append("rule \"%s %d\" salience %d when\n%s\nthen\n%s\nend\n\n"
                .formatted(plan.name(), count++, salience, when, then));
    }

    /** The numbers of the words that are tiers. */
    List<Integer> tiers() {
        return Society.TIERS.stream().map(rules.words()::find).toList();
    }

    /** Tells the clause of one version from all others. */
    static int id(ClauseRules clause) {
        return Draft.id(clause.plan(), clause.number(), clause.version());
    }

    /** Drafts use up what limits them in their order. */
    private void cap(ClauseRules clause) {
        StringBuilder when = new StringBuilder("  $d : Draft(open == true, clause == %d)%n".formatted(id(clause)));
        StringBuilder then = new StringBuilder();
        for (int i = 0; i < clause.caps().size(); i++) {
            CapRules cap = clause.caps().get(i);
            String among = "plan == %d, %s, %s".formatted(plan.word(), bound(cap), scope(cap.per()));
            when.append("  not Draft(open == true, %s, this.isBefore($d))%n".formatted(among));
            TierAmounts max = cap.max();
            when.append("  accumulate(Draft(open == false, %s, $x%d : %s); $u%d : sum($x%d))%n"
                    .formatted(among, i, max == null ? "days" : "fen", i, i));
            then.append(
                    max == null
                            ? "  $d.holdDays(%dL - $u%d.longValue());%n".formatted(cap.daysMax(), i)
                            : "  $d.hold(%dL - $u%d.longValue());%n".formatted(max.fen(0), i));
        }
        rule(50, when.toString(), then + "  $d.close();\n  update($d);");
    }

    private String bound(CapRules cap) {
        return plan.clauses().stream()
                .filter(clause -> cap.binds(clause.bit()))
                .map(clause -> String.valueOf(clause.number()))
                .distinct()
                .collect(Collectors.joining(", ", "number in (", ")"));
    }

    private static String scope(Scope scope) {
        return switch (scope) {
            case EVENT -> "key == $d.key";
            case TERM -> "cover == $d.cover";
            case YEAR -> "year == $d.year";
            case LIFE -> "true";
        };
    }

    private void relate(VersionRules version, RelationRules relation) {
        Refused.unless(
                relation.relation().within() == Scope.EVENT,
                "各条关系的范围 " + relation.relation().within());
        for (ClauseRules one : joined(version, relation).toList()) {
            for (ClauseRules other : joined(version, relation).toList()) {
                if (one.ordinal() != other.ordinal() && relation.relation().manner() != Manner.DEDUCT) {
                    rule(60, """
                              $d : Draft(open == true, clause == %d)
                              exists Draft(open == true, clause == %d, key == $d.key,
                                fen > $d.fen || (fen == $d.fen && place < $d.place))\
                            """.formatted(id(one), id(other)), "  delete($d);");
                } else if (one.ordinal() != other.ordinal() && one.bit() == relation.first()) {
                    rule(55, """
                              $d : Draft(open == true, deducted == false, clause == %d)
                              $o : Draft(open == true, clause == %d, key == $d.key)\
                            """.formatted(id(one), id(other)), "  modify($d) { deduct($o.getFen()) }");
                }
            }
        }
    }

    private static Stream<ClauseRules> joined(VersionRules version, RelationRules relation) {
        return version.clauses().stream().filter(clause -> relation.joins(clause.bit()));
    }
}
