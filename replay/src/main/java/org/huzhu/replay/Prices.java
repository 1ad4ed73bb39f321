package org.huzhu.replay;

import java.util.Comparator;
import java.util.List;
import org.huzhu.columns.Terms;
import org.huzhu.columns.Words;
import org.huzhu.plan.Enrolment.Category;
import org.huzhu.plan.Enrolment.Contribution;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Rulebook;

/** What a unit of cover of one plan costs, in fen, by version and tier. */
final class Prices {

    /** Stands for a price that is not known. */
    static final long UNKNOWN = -1;

    private final PlanRules plan;
    private final int[][] tiers;
    private final long[][] fen;

    Prices(Rulebook rules, PlanRules plan) {
        this.plan = plan;
        tiers = new int[plan.versions().size()][];
        fen = new long[tiers.length][];
        for (int version = 0; version < tiers.length; version++) {
            List<Contribution> rows = plan.versions().get(version).plan().enrolment().contributions().stream()
                    .sorted(Comparator.comparing(Prices::isUsual).reversed())
                    .toList();
            tiers[version] = rows.stream()
                    .mapToInt(row -> row.tier().map(rules.words()::find).orElse(Words.NONE))
                    .toArray();
            fen[version] = rows.stream().mapToLong(row -> row.perUnit().fen()).toArray();
        }
    }

    /** The facts do not tell occupation and category; the ordinary person in service stands for all. */
    private static boolean isUsual(Contribution row) {
        return row.occupation().orElse(Occupation.ORDINARY) == Occupation.ORDINARY
                && row.category().orElse(Category.IN_SERVICE) == Category.IN_SERVICE;
    }

    /** What a unit of the term costs. */
    long perUnit(Terms terms, int term) {
        int version = plan.governing(terms.from(term), terms.from(term));
        if (version == PlanRules.NO_VERSION) {
            return UNKNOWN;
        }
        for (int row = 0; row < tiers[version].length; row++) {
            if (tiers[version][row] == Words.NONE || tiers[version][row] == terms.tier(term)) {
                return fen[version][row];
            }
        }
        return UNKNOWN;
    }
}
