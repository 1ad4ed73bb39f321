package org.huzhu.portal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.huzhu.Society;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test of pages, over HTTP or in a browser. All share one society, the demonstration. What goes by itself elsewhere,
 * each second or each minute, a test has done when its turn is there.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Society.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // A busy machine is no failure.
        properties = {"huzhu.patience=1m", "huzhu.rounds=off"})
@Import({SocietyForTests.class, Demonstrated.class})
public @interface PageTest {}
