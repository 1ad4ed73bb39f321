package org.huzhu.portal.proofs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.huzhu.portal.PageTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of a society of its own, whose walls it may take away and whose log it may read. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PageTest
@Import({Walls.class, AnotherOffice.class})
@TestPropertySource(properties = "logging.file.name=" + WalledTest.LOG)
@interface WalledTest {

    String LOG = "target/walled.log";
}
