package io.portafilter.network.rows;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the test that shows a row of docs/network/coverage.md. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Row {
    /** The number. */
    int value();

    /** What the administrator meets. */
    String system();

    /** What only a live cluster can show; empty where nothing remains. */
    String remains() default "";
}
