package org.huzhu.portal.plans;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.catalogue.Version;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.rules.Rulebook;
import org.springframework.stereotype.Component;

/** The plans that are published, each with its versions, as pages look for them. */
@Component
class PlanShelf {

    private static final int CODE_LENGTH = 8;

    private final PlanCatalogue catalogue;
    private final Clock clock;

    PlanShelf(PlanCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Rulebook rules() {
        return catalogue.rulebook();
    }

    /** All plans, by their short names. */
    Collection<Shelved> all() {
        List<Version> files = catalogue.versions();
        if (files.isEmpty()) {
            return List.of();
        }
        Map<String, Version> byFile = files.stream().collect(Collectors.toMap(Version::file, Function.identity()));
        Map<String, List<Printed>> byPlan = catalogue.rulebook().library().plans().stream()
                .flatMap(plan ->
                        Optional.ofNullable(byFile.get(file(plan))).map(version -> new Printed(plan, version)).stream())
                .collect(Collectors.groupingBy(
                        printed -> printed.plan().id().plan(), LinkedHashMap::new, Collectors.toList()));
        return byPlan.entrySet().stream()
                .map(entry -> new Shelved(code(entry.getKey()), entry.getValue(), current(entry.getValue())))
                .toList();
    }

    private static String file(Plan plan) {
        return plan.id().plan() + "/" + plan.id().version() + ".yaml";
    }

    /** What names the plan in an address: names of plans are Chinese, and addresses are not. */
    static String code(String plan) {
        return UUID.nameUUIDFromBytes(plan.getBytes(UTF_8)).toString().substring(0, CODE_LENGTH);
    }

    private Printed current(List<Printed> versions) {
        return versions.reversed().stream()
                .filter(each -> !each.plan().applicability().from().isAfter(today()))
                .findFirst()
                .orElse(versions.getFirst());
    }

    Optional<Shelved> find(String code) {
        return all().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** The plan that the file with the id is a version of. */
    Optional<Shelved> of(UUID version) {
        return all().stream()
                .filter(each -> each.versions().stream()
                        .anyMatch(printed -> printed.version().id().equals(version)))
                .findFirst();
    }

    /** The short names of the plans that somebody can be enrolled in today. */
    List<String> offered() {
        return catalogue.offered(today());
    }

    Library library() {
        return catalogue.rulebook().library();
    }
}
