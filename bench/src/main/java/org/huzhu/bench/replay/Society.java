package org.huzhu.bench.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Members;
import org.huzhu.columns.Part;
import org.huzhu.columns.Words;
import org.huzhu.history.HistoryWriter;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Library;

/**
 * A made-up society: members with their coverage periods and events over twelve years, the same for the same seed.
 *
 * <p>It is made to exercise what the plans say, not to look like a city: covers with gaps and more or fewer units at
 * the renewal, transfers, stays over the end of a period, accidents with disability and death, children's events,
 * excluded circumstances, missing parts of bills, one disease under two names. What it does not have: payments for
 * events that are not among the facts, and two periods of one plan at the same time.
 */
final class Society {

    /** The parts of bills that the six plans ask for. */
    static final Set<CostField> COSTS = Set.of(
            CostField.SELF_PAY_1,
            CostField.SELF_PAID_AFTER_INSURANCE,
            CostField.ABOVE_CEILING,
            CostField.EMPLOYER_SUPPLEMENT,
            CostField.COMMERCIAL,
            CostField.MEDICAL_ASSISTANCE);

    static final List<String> TIERS = List.of("26元档", "50元档", "74元档", "100元档");
    static final List<String> CODES = List.of("C50.900", "F20.900", "I21.000", "S72.000", "K80.100");

    /** What one part has on average. */
    static final double EVENTS_PER_MEMBER = 12.5;

    private final Words words = new Words();
    private final List<Integer> plans;
    private final List<Integer> tiers;
    private final List<Integer> codes;
    private final List<Integer> diseases;

    Society(Library library) {
        plans = numbers(Trial.SIX);
        tiers = numbers(TIERS);
        codes = numbers(CODES);
        diseases = numbers(
                library.dictionary().classes().keySet().stream().sorted().toList());
    }

    private List<Integer> numbers(List<String> of) {
        return of.stream().map(words::number).toList();
    }

    /** The words of all facts; not to be added to. */
    Words words() {
        return words;
    }

    /** How many parts have about so many events. */
    static int parts(long events) {
        return (int) Math.max(1, Math.round(events / (Part.MEMBERS * EVENTS_PER_MEMBER)));
    }

    /** The facts of the part of the number, with so many members. */
    FactColumns part(int number, int members) {
        FactBuilder facts = new FactBuilder(words, COSTS);
        Life life = new Life(facts, new Life.Words(plans, tiers, codes, diseases), number);
        IntStream.range(0, members).forEach(_ -> life.member());
        return facts.build();
    }

    /** Writes a store of so many parts of so many members. */
    void write(Path store, int parts, int members, int threads) throws IOException {
        try (HistoryWriter writer = new HistoryWriter(store, words, "huzhu bench replay")) {
            Workers.run(threads, parts, number -> {
                try {
                    writer.write(number, new Part(alike(members), part(number, members)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writer.finish();
        }
    }

    /** Members of whom nothing is known that the plans ask for. */
    private static Members alike(int count) {
        Members members = new Members();
        IntStream.range(0, count).forEach(_ -> members.add(Words.NONE, Sex.FEMALE, 0));
        return members;
    }
}
