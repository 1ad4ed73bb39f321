package org.huzhu.crypto;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.huzhu", importOptions = DoNotIncludeTests.class)
class CryptoWallTest {

    private static final DescribedPredicate<JavaClass> CRYPTOGRAPHY = DescribedPredicate.describe(
            "ciphers, digests and keys",
            type -> type.getPackageName().startsWith("javax.crypto")
                    || type.getPackageName().startsWith("org.bouncycastle")
                    || type.getName().equals("java.security.MessageDigest")
                    || type.getName().equals("java.security.Signature"));

    /** Of files that can be read anyway, the city, the settlement and the copies of a society say the digests. */
    @ArchTest
    static final ArchRule only_the_crypto_room_touches_ciphers_and_digests = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.huzhu.crypto", "org.huzhu.city..", "org.huzhu.quarter..", "org.huzhu.database")
            .should()
            .dependOnClassesThat(CRYPTOGRAPHY);
}
