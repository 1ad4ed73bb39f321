package org.huzhu.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huzhu.kernel.Require;

/**
 * The diseases that plans name, through all their lists (病种词典).
 *
 * <p>Lists grow, and classes are split and merged on the way. The links between classes keep "paid before" true under a
 * new list: see {@link #sameDisease}.
 *
 * @param classes by name
 * @param lists by name
 */
public record Dictionary(Map<String, DiseaseClass> classes, Map<String, DiseaseList> lists) {

    public Dictionary {
        classes = Map.copyOf(classes);
        lists = Map.copyOf(lists);
    }

    public static Dictionary of(List<DiseaseClass> classes, List<DiseaseList> lists) {
        Map<String, DiseaseClass> byName = new LinkedHashMap<>();
        classes.forEach(each -> byName.put(each.name(), each));
        Map<String, DiseaseList> byList = new LinkedHashMap<>();
        lists.forEach(each -> byList.put(each.name(), each));
        return new Dictionary(byName, byList);
    }

    /** The list of that name. */
    public DiseaseList list(String name) {
        DiseaseList list = lists.get(name);
        Require.that(list != null, "The dictionary has no list '%s'", name);
        return Objects.requireNonNull(list);
    }

    public Optional<DiseaseClass> disease(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /**
     * Whether a payment for the one class is a payment for the other: they are the same class, or the one is part of
     * the other. Two parts of one class are not the same disease.
     */
    public boolean sameDisease(String one, String other) {
        return wider(one).contains(other) || wider(other).contains(one);
    }

    /** The class among those given that the disease is, or is part of; the first by name where several fit. */
    public Optional<String> listed(String disease, Set<String> among) {
        if (among.contains(disease)) {
            return Optional.of(disease);
        }
        return wider(disease).stream().filter(among::contains).sorted().findFirst();
    }

    /** Whether the disease is a malignant tumour, for which the pathology report counts. */
    public boolean isMalignant(String disease) {
        return disease(disease).map(DiseaseClass::malignant).orElse(false);
    }

    /** The class and all classes that it is part of, of earlier lists or of later ones. */
    private Set<String> wider(String name) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                disease(next).ifPresent(it -> {
                    open.addAll(it.mergedInto());
                    open.addAll(it.splitFrom());
                });
            }
        }
        return found;
    }

    /**
     * A class of disease (病种).
     *
     * @param icd the codes that point at it; a person confirms the definition, the code alone decides nothing
     * @param malignant whether the day of the pathology report counts
     * @param mergedInto classes of later lists that it is part of (并入)
     * @param splitFrom classes of earlier lists that it was part of (拆自)
     * @param criterion what a person must confirm, in short
     */
    public record DiseaseClass(
            String name,
            List<IcdRange> icd,
            boolean malignant,
            Set<String> mergedInto,
            Set<String> splitFrom,
            Optional<String> criterion) {
        public DiseaseClass {
            icd = List.copyOf(icd);
            mergedInto = Set.copyOf(mergedInto);
            splitFrom = Set.copyOf(splitFrom);
        }
    }

    /** A list of classes that plans point at by name (名单). */
    public record DiseaseList(String name, List<String> classes, Basis basis) {
        public DiseaseList {
            classes = List.copyOf(classes);
        }
    }
}
