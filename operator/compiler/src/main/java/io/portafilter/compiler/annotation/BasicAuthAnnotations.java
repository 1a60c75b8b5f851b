package io.portafilter.compiler.annotation;

import static io.portafilter.compiler.annotation.Annotation.later;
import static io.portafilter.compiler.annotation.OnInvalid.DENY;
import static io.portafilter.compiler.annotation.OnInvalid.REJECT;
import static io.portafilter.compiler.annotation.Risk.LOW;
import static io.portafilter.compiler.annotation.Risk.MEDIUM;
import static io.portafilter.compiler.catalogue.Absence.OPENS;
import static io.portafilter.compiler.catalogue.Formats.BASIC_TEXT;
import static io.portafilter.compiler.catalogue.Formats.compact;
import static io.portafilter.compiler.catalogue.Formats.exact;

import io.portafilter.snapshot.Kind;

/** Users and passwords (behaviour §8). */
final class BasicAuthAnnotations {
    static final Group GROUP = Group.of(
            "Basic and digest authentication",
            later(
                    OPENS,
                    "auth-type",
                    LOW,
                    compact("basic or digest", ".*(?:basic|digest).*"),
                    REJECT,
                    "asks for a user and a password"),
            later(OPENS, "auth-secret", MEDIUM, BASIC_TEXT, DENY, "the Secret with the users")
                    .partOf("auth-type")
                    .names(Kind.SECRET),
            later(
                            OPENS,
                            "auth-secret-type",
                            LOW,
                            compact("auth-file or auth-map", ".*auth-(?:file|map).*"),
                            REJECT,
                            "whether the Secret holds one htpasswd file or one key a user")
                    .partOf("auth-type"),
            later(
                            OPENS,
                            "auth-realm",
                            MEDIUM,
                            exact("a text of letters, digits, spaces and - . _ ~ / :", "[A-Za-z0-9\\-._~/: ]*"),
                            REJECT,
                            "the realm that the question names")
                    .partOf("auth-type"));

    private BasicAuthAnnotations() {}
}
