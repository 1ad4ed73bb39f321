package org.huzhu.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.columns.Day;
import org.huzhu.columns.Words;
import org.huzhu.kernel.Require;
import org.huzhu.plan.Library;
import org.huzhu.plan.Overlay;
import org.huzhu.plan.PlanId;

/**
 * The classes of a list of diseases as they stand for a version of a plan, overlays of offices included.
 *
 * <p>Which class a disease stands for is looked up once and kept. Several threads may look up at once: each finds the
 * same number.
 */
public final class ListedClasses {

    private static final int OVERLAYS_MAX = 10;
    private static final int UNSOUGHT = -1;

    private final Library library;
    private final PlanId version;
    private final Words words;
    private final String list;
    private final List<Overlay> overlays;
    private final int[][] found;

    ListedClasses(Library library, PlanId version, String list, Words words) {
        this.library = library;
        this.version = version;
        this.words = words;
        this.list = list;
        overlays = library.overlays().stream()
                .filter(overlay -> overlay.list().equals(list) && overlay.plan().equals(version.plan()))
                .toList();
        overlays.forEach(overlay -> words.number(overlay.office()));
        Require.that(overlays.size() <= OVERLAYS_MAX, "The list %s has %d overlays", list, overlays.size());
        library.dictionary().classes().keySet().forEach(words::number);
        library.dictionary().lists().values().forEach(each -> each.classes().forEach(words::number));
        found = new int[1 << overlays.size()][words.end()];
        Arrays.stream(found).forEach(each -> Arrays.fill(each, UNSOUGHT));
    }

    /**
     * The class of the list that the disease is, or is part of, for cover of the office and an event on the day;
     * {@link Words#NONE} if it is none.
     */
    public int listed(int disease, int office, int day) {
        int[] known = found[overlays.isEmpty() ? 0 : active(office, day)];
        if (disease >= known.length) {
            return Words.NONE;
        }
        if (known[disease] == UNSOUGHT) {
            known[disease] = find(disease, office, day);
        }
        return known[disease];
    }

    private int active(int office, int day) {
        int active = 0;
        for (int i = 0; i < overlays.size(); i++) {
            boolean bears = overlays.get(i).bearsOn(version, name(office), Day.date(day));
            active |= bears ? 1 << i : 0;
        }
        return active;
    }

    private int find(int disease, int office, int day) {
        Set<String> classes = library.classes(version, list, name(office), Day.date(day));
        return library.dictionary()
                .listed(words.word(disease), classes)
                .map(words::find)
                .orElse(Words.NONE);
    }

    /** Facts may name an office that no plan and no overlay knows. */
    private Optional<String> name(int office) {
        return office < words.end() ? Optional.of(words.word(office)) : Optional.empty();
    }
}
