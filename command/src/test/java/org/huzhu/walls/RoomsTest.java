package org.huzhu.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A room uses only the rooms below it. */
@AnalyzeClasses(packages = "org.huzhu", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    /** Were it able to see plans, it might make what they expect. */
    @ArchTest
    static final ArchRule the_city_takes_nothing_from_the_plans_but_enums_and_lengths_of_terms = noClasses()
            .that()
            .resideInAPackage("org.huzhu.city..")
            .should()
            .dependOnClassesThat(describe(
                    "say what a plan says",
                    type -> type.getPackageName().equals("org.huzhu.plan")
                            && !type.getBaseComponentType().isEnum()
                            && !type.getName().startsWith("org.huzhu.plan.TermLength")));

    @ArchTest
    static final ArchRule a_room_uses_only_the_rooms_below_it = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.huzhu..")
            .withOptionalLayers(true) // a room may still be empty
            .layer("kernel")
            .definedBy("org.huzhu.kernel..")
            .layer("plan")
            .definedBy("org.huzhu.plan..")
            .layer("facts")
            .definedBy("org.huzhu.facts..")
            .layer("text")
            .definedBy("org.huzhu.text..")
            .layer("columns")
            .definedBy("org.huzhu.columns..")
            .layer("rules")
            .definedBy("org.huzhu.rules..")
            .layer("adjudication")
            .definedBy("org.huzhu.adjudication..")
            .layer("examples")
            .definedBy("org.huzhu.examples..")
            .layer("history")
            .definedBy("org.huzhu.history..")
            .layer("replay")
            .definedBy("org.huzhu.replay..")
            .layer("cluster")
            .definedBy("org.huzhu.cluster..")
            .layer("quarter")
            .definedBy("org.huzhu.quarter..")
            .layer("city")
            .definedBy("org.huzhu.city..")
            .layer("roster")
            .definedBy("org.huzhu.roster..")
            .layer("command")
            .definedBy("org.huzhu.command..")
            .layer("testkit")
            .definedBy("org.huzhu.testkit..")
            .whereLayer("kernel")
            .mayNotAccessAnyLayer()
            .whereLayer("plan")
            .mayOnlyAccessLayers("kernel")
            .whereLayer("columns")
            .mayOnlyAccessLayers("plan", "kernel")
            .whereLayer("rules")
            .mayOnlyAccessLayers("columns", "plan", "kernel")
            .whereLayer("adjudication")
            .mayOnlyAccessLayers("rules", "columns", "facts", "plan", "kernel")
            .whereLayer("examples")
            .mayOnlyAccessLayers("adjudication", "rules", "facts", "plan", "kernel")
            .whereLayer("facts")
            .mayOnlyAccessLayers("plan", "kernel")
            .whereLayer("text")
            .mayOnlyAccessLayers("facts", "plan", "kernel")
            .whereLayer("history")
            .mayOnlyAccessLayers("columns", "plan", "kernel")
            .whereLayer("replay")
            .mayOnlyAccessLayers("adjudication", "columns", "rules", "plan", "kernel")
            .whereLayer("cluster")
            .mayOnlyAccessLayers("replay", "history", "text", "adjudication", "columns", "rules", "plan", "kernel")
            .whereLayer("cluster")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("quarter")
            .mayOnlyAccessLayers("adjudication", "columns", "rules", "facts", "plan", "kernel")
            .whereLayer("city")
            .mayOnlyAccessLayers("columns", "plan", "kernel")
            .whereLayer("roster")
            .mayOnlyAccessLayers("kernel")
            .whereLayer("testkit")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("command")
            .mayNotBeAccessedByAnyLayer()
            .ensureAllClassesAreContainedInArchitecture();
}
