package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a route's path meets the normalised, decoded path of a request (behaviour §2.1). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = PathMatch.Exact.class, name = "Exact"),
    @Type(value = PathMatch.Prefix.class, name = "Prefix")
})
public sealed interface PathMatch {
    /** The path of the rule; starts with a slash. */
    String path();

    /** The whole path, case-sensitive. */
    record Exact(String path) implements PathMatch {
        @Override
        public String toString() {
            return "Exact:" + path;
        }
    }

    /** The path and everything below it, element by element: {@code /foo} meets {@code /foo/x}, never {@code /foobar}. */
    record Prefix(String path) implements PathMatch {
        @Override
        public String toString() {
            return "Prefix:" + path;
        }
    }
}
