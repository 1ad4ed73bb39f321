package org.huzhu.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huzhu.columns.Words;
import org.huzhu.plan.Library;
import org.huzhu.plan.Stacking;

/** All plans of a {@link Library}, compiled for judging. */
public final class Rulebook {

    /** The answer for a word that is not the name of a plan. */
    public static final int NO_PLAN = -1;

    private final Library library;
    private final Words words;
    private final List<PlanRules> plans;
    private final List<OfficeRules> offices;
    private final int[] placeByWord;

    private Rulebook(Library library, Words words) {
        this.library = library;
        this.words = words;
        List<String> names = library.plans().stream()
                .map(plan -> plan.id().plan())
                .distinct()
                .toList();
        List<PlanRules> compiled = new ArrayList<>();
        for (String name : names) {
            compiled.add(new PlanCompiler(library, words, name, compiled.size()).rules());
        }
        plans = List.copyOf(compiled);
        offices = library.stackings().stream().map(this::office).toList();
        placeByWord = new int[words.end()];
        Arrays.fill(placeByWord, NO_PLAN);
        plans.forEach(plan -> placeByWord[plan.word()] = plan.place());
    }

    /** Compiles the library for cases that come one by one, with words of their own. */
    public static Rulebook of(Library library) {
        return of(library, new Words());
    }

    /**
     * Compiles the library.
     *
     * @param base the words of the facts that will be judged, which keep their numbers; they are not changed
     */
    public static Rulebook of(Library library, Words base) {
        return new Rulebook(library, base.extended());
    }

    public Library library() {
        return library;
    }

    /** The words of the facts and of the plans. Not to be added to. */
    public Words words() {
        return words;
    }

    /** All plans, by name. */
    public List<PlanRules> plans() {
        return plans;
    }

    public List<OfficeRules> offices() {
        return offices;
    }

    /** The place of the plan whose short name has the number, or {@link #NO_PLAN}. */
    public int place(int word) {
        return word < placeByWord.length ? placeByWord[word] : NO_PLAN;
    }

    /** Whether a payment for the one class of disease is a payment for the other. */
    public boolean isSameDisease(int one, int other) {
        return one == other
                || (isKnown(one)
                        && isKnown(other)
                        && library.dictionary().sameDisease(words.word(one), words.word(other)));
    }

    /** Whether the class of disease is a malignant tumour, for which the pathology report counts. */
    public boolean isMalignant(int disease) {
        return isKnown(disease) && library.dictionary().isMalignant(words.word(disease));
    }

    /** Facts may have words of their own, which no plan and no dictionary knows. */
    private boolean isKnown(int word) {
        return word < words.end();
    }

    /**
     * The places of the plans without which the plan cannot be judged rightly, itself included: those that it is paired
     * with other than each giving its own, and where an office holds all shares of costs under what was borne, all
     * plans that share costs.
     */
    public Set<Integer> bearingOn(int place) {
        Set<Integer> bearing = new TreeSet<>(Set.of(place));
        int before = 0;
        while (bearing.size() > before) {
            before = bearing.size();
            List.copyOf(bearing).forEach(each -> addBearingOn(each, bearing));
        }
        return bearing;
    }

    private void addBearingOn(int place, Set<Integer> bearing) {
        for (OfficeRules office : offices) {
            office.pairs().stream()
                    .filter(pair -> pair.joins(place))
                    .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                    .filter(plan -> plan != NO_PLAN)
                    .forEach(bearing::add);
            if (office.indemnity().isPresent() && sharesCosts(place)) {
                plans.stream().map(PlanRules::place).filter(this::sharesCosts).forEach(bearing::add);
            }
        }
    }

    private boolean sharesCosts(int place) {
        return plans.get(place).versions().stream()
                .flatMap(version -> version.clauses().stream())
                .anyMatch(ClauseRules::sharesCosts);
    }

    private OfficeRules office(Stacking stacking) {
        List<OfficeRules.PairRules> pairs = stacking.pairs().stream()
                .filter(pair -> !(pair.together() instanceof Stacking.Together.Both))
                .map(pair -> new OfficeRules.PairRules(
                        named(pair.plans().getFirst()), named(pair.plans().getLast()), pair))
                .toList();
        List<Integer> order = stacking.expenseOrder().stream().map(this::named).toList();
        return new OfficeRules(words.number(stacking.office()), pairs, order, stacking.indemnity());
    }

    private int named(String name) {
        return plans.stream()
                .filter(plan -> plan.name().equals(name))
                .map(PlanRules::place)
                .findFirst()
                .orElse(NO_PLAN);
    }
}
