package org.huzhu.roster;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.huzhu.roster", importOptions = DoNotIncludeTests.class)
class RosterWallTest {

    @ArchTest
    static final ArchRule the_roster_knows_the_kernel_and_files_alone = noClasses()
            .should()
            .dependOnClassesThat(not(resideInAnyPackage(
                    "org.huzhu.roster..",
                    "org.huzhu.kernel",
                    "org.dhatim.fastexcel",
                    "java.io",
                    "java.lang..",
                    "java.math",
                    "java.nio..",
                    "java.text",
                    "java.time..",
                    "java.util..",
                    "javax.xml.stream",
                    "org.jspecify..")));

    @ArchTest
    static final ArchRule tables_know_nothing_of_people = noClasses()
            .that()
            .resideInAPackage("org.huzhu.roster.table")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.huzhu.roster");

    @ArchTest
    static final ArchRule the_roster_never_asks_the_time = noClasses()
            .should()
            .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))));
}
