package io.portafilter.e2e.laws;

import java.util.List;
import java.util.Set;

/** What a pure package may not touch: types, and single methods of types that are otherwise harmless. */
final class Outside {
    /** Names of types; with a star at the end, of all that begin so. */
    private static final List<String> TYPES = List.of(
            "java.io.File*",
            "java.io.RandomAccessFile",
            "java.lang.Process*",
            "java.lang.Runtime",
            "java.lang.Thread*",
            "java.lang.System$Logger*",
            "java.net.*",
            "java.nio.file.*",
            "java.nio.channels.*",
            "java.security.SecureRandom",
            "java.time.Clock",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.Timer*",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.Executor*",
            "java.util.concurrent.ForkJoin*",
            "java.util.concurrent.Scheduled*",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.concurrent.ThreadPool*",
            "java.util.logging.*",
            "java.util.random.*",
            "javax.net.*",
            "ch.qos.logback.*",
            "io.fabric8.*",
            "io.netty.*",
            "org.slf4j.*");

    /** Plain data that happens to live in a package of clients. */
    private static final Set<String> DATA =
            Set.of("java.net.URI", "java.net.URISyntaxException", "java.net.URLEncoder", "java.net.URLDecoder");

    private static final Set<String> CALLS = Set.of(
            "java.lang.Math.random",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.err",
            "java.lang.System.getLogger",
            "java.lang.System.getProperty",
            "java.lang.System.getenv",
            "java.lang.System.in",
            "java.lang.System.nanoTime",
            "java.lang.System.out",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.util.Collections.shuffle",
            "java.util.Date.<init>",
            "java.util.UUID.randomUUID");

    private Outside() {}

    static boolean type(String name) {
        return !DATA.contains(name) && TYPES.stream().anyMatch(pattern -> matches(pattern, name));
    }

    static boolean call(String owner, String member) {
        return CALLS.contains(owner + "." + member);
    }

    private static boolean matches(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }
}
