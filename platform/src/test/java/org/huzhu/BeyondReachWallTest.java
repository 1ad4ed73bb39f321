package org.huzhu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.huzhu.database.BeyondReach;

/** Few rooms go beyond the reach of their callers, and each is named here. */
@AnalyzeClasses(packages = "org.huzhu", importOptions = DoNotIncludeTests.class)
class BeyondReachWallTest {

    @ArchTest
    static final ArchRule only_whoever_is_named_goes_beyond_the_reach_of_his_callers = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.huzhu",
                    "org.huzhu.database",
                    "org.huzhu.funds",
                    "org.huzhu.contributions",
                    "org.huzhu.contributions.payers",
                    "org.huzhu.claims",
                    "org.huzhu.claims.judged",
                    "org.huzhu.claims.kin",
                    "org.huzhu.claims.looking",
                    "org.huzhu.claims.money",
                    "org.huzhu.claims.promptness",
                    "org.huzhu.claims.recipients",
                    "org.huzhu.claims.recovery",
                    "org.huzhu.claims.routing",
                    "org.huzhu.claims.watch",
                    "org.huzhu.members.proxies",
                    "org.huzhu.payments",
                    "org.huzhu.quarters",
                    "org.huzhu.quarters.checks",
                    "org.huzhu.quarters.filed",
                    "org.huzhu.quarters.mending")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(BeyondReach.class);
}
