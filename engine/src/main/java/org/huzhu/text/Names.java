package org.huzhu.text;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huzhu.plan.Clause;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;

/**
 * The names that one file may use of another: diseases, lists, plans with their clauses.
 *
 * @param plans by short name, all versions together
 * @param numbers of rules between plans and of overlays, which may be the reason why something is not paid
 */
record Names(Set<String> diseases, Set<String> lists, Map<String, OfPlan> plans, Set<String> numbers) {

    static final Names NONE = new Names(Set.of(), Set.of(), Map.of(), Set.of());

    OfPlan plan(String name) {
        return plans.getOrDefault(name, OfPlan.NONE);
    }

    /** These names and the others. */
    Names and(Names other) {
        Map<String, OfPlan> all = new LinkedHashMap<>(plans);
        other.plans.forEach((name, its) -> all.merge(name, its, OfPlan::and));
        return new Names(
                union(diseases, other.diseases), union(lists, other.lists), all, union(numbers, other.numbers));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }

    /** The names of a library that was read before. */
    static Names of(Library library) {
        Map<String, OfPlan> plans = new HashMap<>();
        Set<String> numbers = new LinkedHashSet<>();
        for (Plan plan : library.plans()) {
            plans.merge(plan.id().plan(), OfPlan.of(plan), OfPlan::and);
        }
        library.overlays().forEach(each -> numbers.add(each.number()));
        library.stackings().forEach(each -> {
            each.pairs().forEach(pair -> numbers.add(pair.number()));
            each.indemnity().ifPresent(it -> numbers.add(it.number()));
        });
        return new Names(
                new TreeSet<>(library.dictionary().classes().keySet()),
                new TreeSet<>(library.dictionary().lists().keySet()),
                plans,
                numbers);
    }

    /** The names that stand in files which are still to be read. */
    static Names in(Iterable<? extends Node> roots) {
        Set<String> diseases = new LinkedHashSet<>();
        Set<String> lists = new LinkedHashSet<>();
        Map<String, OfPlan> plans = new LinkedHashMap<>();
        Set<String> numbers = new LinkedHashSet<>();
        for (Node root : roots) {
            root.items("病种").forEach(it -> it.text("名").ifPresent(diseases::add));
            root.text("病种词典")
                    .ifPresent(it ->
                            root.items("名单").forEach(each -> each.text("名").ifPresent(lists::add)));
            root.text("计划").filter(it -> isPlan(root)).ifPresent(it -> plans.merge(it, OfPlan.in(root), OfPlan::and));
            if (!isPlan(root)) {
                collectNumbers(root, numbers);
            }
        }
        return new Names(diseases, lists, plans, numbers);
    }

    /** Whether the file is a plan version: its first key says so. */
    static boolean isPlan(Node root) {
        return root.pairs().stream().limit(1).anyMatch(first -> first.key().equals("计划"));
    }

    private static void collectNumbers(Node node, Set<String> numbers) {
        switch (node) {
            case Node.Group group ->
                group.entries().forEach(entry -> {
                    if (entry.key().equals("编号")) {
                        entry.value().word().ifPresent(numbers::add);
                    } else {
                        collectNumbers(entry.value(), numbers);
                    }
                });
            case Node.Items list -> list.items().forEach(each -> collectNumbers(each, numbers));
            case Node.Leaf leaf -> {}
        }
    }

    /**
     * The names of one plan.
     *
     * @param clauses the numbers of its clauses
     * @param numbers of everything that has one: clauses, waiting, exclusions, caps, relations
     */
    record OfPlan(Set<String> clauses, Set<String> numbers, Set<String> tiers, Set<String> versions) {

        static final OfPlan NONE = new OfPlan(Set.of(), Set.of(), Set.of(), Set.of());

        static OfPlan in(Node root) {
            Set<String> clauses = new LinkedHashSet<>();
            root.items("条款").forEach(it -> it.text("编号").ifPresent(clauses::add));
            Set<String> numbers = new LinkedHashSet<>();
            collectNumbers(root, numbers);
            Set<String> tiers = new LinkedHashSet<>();
            root.child("参保")
                    .map(it -> it.items("会费"))
                    .orElse(List.of())
                    .forEach(it -> it.text("档").ifPresent(tiers::add));
            Set<String> versions = new LinkedHashSet<>();
            root.text("版本").ifPresent(versions::add);
            return new OfPlan(clauses, numbers, tiers, versions);
        }

        static OfPlan of(Plan plan) {
            Set<String> clauses = new LinkedHashSet<>();
            plan.clauses().stream().map(Clause::number).forEach(clauses::add);
            Set<String> numbers = new LinkedHashSet<>(clauses);
            plan.waiting().ifPresent(it -> numbers.add(it.number()));
            plan.exclusions().forEach(it -> numbers.add(it.number()));
            plan.caps().forEach(it -> numbers.add(it.number()));
            plan.relations().forEach(it -> numbers.add(it.number()));
            Set<String> tiers = new LinkedHashSet<>();
            plan.enrolment().contributions().forEach(it -> it.tier().ifPresent(tiers::add));
            return new OfPlan(clauses, numbers, tiers, Set.of(plan.id().version()));
        }

        OfPlan and(OfPlan other) {
            return new OfPlan(
                    union(clauses, other.clauses),
                    union(numbers, other.numbers),
                    union(tiers, other.tiers),
                    union(versions, other.versions));
        }
    }
}
