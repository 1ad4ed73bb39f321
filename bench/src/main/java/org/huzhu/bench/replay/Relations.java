package org.huzhu.bench.replay;

import org.huzhu.plan.Scope;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.RelationRules;

/** The rows of relations between clauses: for each two clauses, which manner. */
final class Relations {

    private Relations() {}

    static void add(RuleTables tables, PlanRules plan, int version, RelationRules rules) {
        Refused.unless(
                rules.relation().within() == Scope.EVENT,
                "各条关系的范围 " + rules.relation().within());
        String manner = "'%s'".formatted(rules.relation().manner());
        for (String one : rules.relation().clauses()) {
            for (String other : rules.relation().clauses()) {
                if (!one.equals(other)) {
                    int first = tables.words().find(rules.relation().clauses().getFirst());
                    tables.row(
                            "p_relation",
                            plan.word(),
                            version,
                            manner,
                            tables.words().find(one),
                            tables.words().find(other),
                            tables.words().find(one) == first);
                }
            }
        }
    }
}
