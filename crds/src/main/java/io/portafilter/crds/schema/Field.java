package io.portafilter.crds.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the schema says about a component of a record; the component's name is the field's. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
    /** Stands for "no preset": such a component is required, unless it is optional or a list. */
    String NONE = "\u0000";

    /** The description that users read. */
    String value();

    /** The default as text; {@code {}} for an object whose fields all have one; of a list, its only item. */
    String preset() default NONE;

    /** A required list. */
    boolean required() default false;

    /** Of a number. */
    int min() default 0;

    /** Of a number. */
    int max() default Integer.MAX_VALUE;

    /** Of a text, or of the items of a list, in characters. */
    int maxLength() default 253;

    /** Of a text, or of the items of a list. */
    String pattern() default "";

    /** Of a list. */
    int minItems() default 0;

    /** Of a list: the API server wants to know what a rule may cost. */
    int maxItems() default 16;

    /** The name where Java's conventions would make it another one. */
    String name() default "";

    /** Of a text: what the API server checks beyond the pattern, such as {@code date-time}. */
    String format() default "";

    /** Of a list of objects: the field that tells its items apart, so that each may have an owner of its own. */
    String mapKey() default "";
}
