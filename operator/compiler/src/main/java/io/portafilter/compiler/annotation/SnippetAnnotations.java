package io.portafilter.compiler.annotation;

import static io.portafilter.compiler.annotation.Annotation.snippet;

/** Text in nginx's language: nothing here executes it (behaviour §15). */
final class SnippetAnnotations {
    static final Group GROUP = Group.of(
            "Snippets",
            snippet("configuration-snippet", "directives for the routes"),
            snippet("server-snippet", "directives for the hosts").closesHosts(),
            snippet("auth-snippet", "directives for requests to the authentication service"),
            snippet("modsecurity-snippet", "rules of the firewall"),
            snippet("stream-snippet", "directives for TCP and UDP"));

    private SnippetAnnotations() {}
}
