package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huzhu.catalogue.BundleDesk;
import org.huzhu.catalogue.BundleDesk.Bundle;
import org.huzhu.catalogue.BundleDesk.Part;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.catalogue.PlanDesk.Offer;
import org.huzhu.catalogue.PlanFounding;
import org.huzhu.catalogue.StartRule;
import org.huzhu.database.Scope;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.plan.TermLength;
import org.huzhu.quarters.working.YearlyRules;
import org.huzhu.unions.Organisation;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The plans that this release brings, published once in a society that has none yet. */
public final class FirstPlans {

    private static final String FOLDER = "/plans/";
    private static final LocalDate FIRST_DAY = LocalDate.of(2014, 1, 1);

    /** 东城 2018: hospital, critical illness and accident; 通州 2015 added two. */
    private static final Map<String, List<Part>> BUNDLES = Map.of(
            "三位一体", List.of(part("住院津贴"), part("重大疾病"), tiered()),
            "五位一体", List.of(part("住院津贴"), part("住院医疗"), part("重大疾病"), part("女工特疾"), tiered()));

    private FirstPlans() {}

    private static Part part(String plan) {
        return new Part(plan, Optional.empty());
    }

    private static Part tiered() {
        return new Part("意外伤害", Optional.of("50元档"));
    }

    /** Publishes them, where nothing is published. */
    public static void lay(ApplicationContext society) {
        PlanFounding founding = society.getBean(PlanFounding.class);
        Scope.ofSystem().run(() -> {
            if (founding.isDue()) {
                founding.found(files());
            }
        });
    }

    /**
     * Opens at an office, from the first year of which there is cover, all plans of its own that still give cover.
     * Nobody takes part in those for designated people: they have a register.
     */
    public static void open(ApplicationContext society, Organisation office) {
        LocalDate today = LocalDate.now(society.getBean(Clock.class));
        Scope.ofSystem().run(() -> {
            Library library = society.getBean(PlanCatalogue.class).rulebook().library();
            List<Offer> offers = library.plans().stream()
                    .filter(plan -> office.name().startsWith(plan.office())
                            && isCurrent(plan, library, today)
                            && YearlyRules.designation(plan).isEmpty())
                    .map(plan -> new Offer(
                            plan.id().plan(), office.path(), FIRST_DAY, Optional.empty(), new StartRule.NextMonth()))
                    .toList();
            society.getBean(PlanFounding.class).open(offers);
            BUNDLES.forEach(
                    (name, parts) -> society.getBean(BundleDesk.class).found(new Bundle(name, office.path(), parts)));
        });
    }

    private static boolean isCurrent(Plan plan, Library library, LocalDate day) {
        return library.versions(plan.id().plan()).getLast().equals(plan)
                && !(plan.enrolment().term() instanceof TermLength.Fixed fixed
                        && !fixed.span().until().isAfter(day));
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try {
            for (Resource each : new PathMatchingResourcePatternResolver().getResources("classpath:plans/**/*.yaml")) {
                String address = URLDecoder.decode(each.getURL().toString(), UTF_8);
                files.put(
                        address.substring(address.lastIndexOf(FOLDER) + FOLDER.length()),
                        each.getContentAsString(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
