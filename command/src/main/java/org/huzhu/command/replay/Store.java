package org.huzhu.command.replay;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.huzhu.columns.Part;
import org.huzhu.columns.Words;
import org.huzhu.command.PlanFiles;
import org.huzhu.command.terminal.Progress;
import org.huzhu.history.History;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Library;

/**
 * The store of past events, in memory.
 *
 * @param costs the parts of bills that were loaded
 * @param lastYear the year of the last event
 * @param manifest the text of the store's manifest
 */
record Store(Path folder, List<Part> parts, Words words, Set<CostField> costs, int lastYear, String manifest) {

    /** Loads all that the plans ask of bills. */
    static Store load(Path folder, Set<CostField> costs, int threads) {
        History history = History.open(folder);
        try (Progress progress = Progress.on(Progress.Work.of("读取历史库", "部分"), history.parts())) {
            List<Part> parts = history.loadAll(costs, threads, (loaded, of) -> progress.advance(1));
            return new Store(
                    folder,
                    parts,
                    history.words(),
                    costs,
                    history.manifest().lastYear(),
                    PlanFiles.text(folder.resolve("manifest.json")));
        }
    }

    /** The parts of bills of which the plans give a share. */
    static Set<CostField> costs(Library library) {
        Set<CostField> costs = EnumSet.noneOf(CostField.class);
        library.plans().stream().flatMap(plan -> plan.clauses().stream()).forEach(clause -> {
            switch (clause.benefit()) {
                case Benefit.CostShare share -> costs.add(share.base());
                case Benefit.YearlyShare share -> costs.add(share.base());
                case Benefit.BandedShare share -> {
                    costs.add(share.base());
                    costs.addAll(share.lessOthers());
                }
                default -> {}
            }
        });
        return costs;
    }
}
