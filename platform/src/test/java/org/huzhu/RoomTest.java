package org.huzhu;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A test of the rooms over a fresh database on a real PostgreSQL, with a clock that the test sets. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {Society.class, RoomTestBeans.class},
        webEnvironment = WebEnvironment.NONE,
        properties = {"huzhu.rounds=off", "huzhu.idle=1"})
public @interface RoomTest {}
