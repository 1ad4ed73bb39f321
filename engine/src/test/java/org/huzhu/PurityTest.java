package org.huzhu;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The engine is arithmetic: no framework, no clock, no chance, no input or output. */
@AnalyzeClasses(
        packages = {
            "org.huzhu.kernel",
            "org.huzhu.plan",
            "org.huzhu.facts",
            "org.huzhu.text",
            "org.huzhu.columns",
            "org.huzhu.rules",
            "org.huzhu.adjudication",
            "org.huzhu.examples"
        },
        importOptions = DoNotIncludeTests.class)
class PurityTest {

    /**
     * What is not named here is forbidden, {@code java.io} and {@code java.nio} among it; a character set reads
     * nothing, and of {@code java.text} the kernel has the normal forms of Unicode.
     */
    @ArchTest
    static final ArchRule the_engine_knows_only_itself_and_the_language = noClasses()
            .should()
            .dependOnClassesThat(not(resideInAnyPackage(
                    "org.huzhu.kernel",
                    "org.huzhu.plan",
                    "org.huzhu.facts",
                    "org.huzhu.text..",
                    "org.huzhu.columns",
                    "org.huzhu.rules",
                    "org.huzhu.adjudication",
                    "org.huzhu.examples",
                    "org.huzhu.text.edit",
                    "java.lang..",
                    "java.math",
                    "java.nio.charset",
                    "java.text",
                    "java.time..",
                    "java.util..",
                    "org.jspecify..",
                    "com.google.errorprone.annotations",
                    "org.snakeyaml..")))
            .as("the engine knows only itself, the language and its YAML reader");

    @ArchTest
    static final ArchRule the_engine_never_asks_the_time = noClasses()
            .should()
            .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
            .orShould()
            .callMethodWhere(target(nameMatching("system.*")).and(target(owner(resideInAPackage("java.time..")))))
            .orShould()
            .callMethodWhere(target(owner(type(System.class))))
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .as("the engine never asks the time, the system or the console");

    @ArchTest
    static final ArchRule the_engine_leaves_nothing_to_chance = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(RandomGenerator.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .as("the engine leaves nothing to chance");
}
