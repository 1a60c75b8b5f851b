package io.portafilter.cli.kubectl;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a command came to.
 *
 * @param exitCode 0 if it worked
 * @param out standard output
 * @param errors what it said is wrong, line by line
 */
public record Reply(int exitCode, String out, List<String> errors) {
    private static final Pattern FORBIDDEN = Pattern.compile("\\(Forbidden\\)|is forbidden:|\\(Unauthorized\\)");
    private static final Pattern ABSENT = Pattern.compile(
            "doesn't have a resource type|could not find the requested resource|no matches for kind|\\(NotFound\\)");

    /** Copies the list. */
    public Reply {
        errors = List.copyOf(errors);
    }

    /** Whether it worked. */
    public boolean isFine() {
        return exitCode == 0;
    }

    /** Whether a right is missing. */
    public boolean isForbidden() {
        return !isFine() && matches(FORBIDDEN);
    }

    /** Whether there is no such object, or no such kind. */
    public boolean isAbsent() {
        return !isFine() && matches(ABSENT);
    }

    private boolean matches(Pattern pattern) {
        return errors.stream().anyMatch(line -> pattern.matcher(line).find());
    }

    /** Why it failed, in one line: the last is kubectl's own, those before may be its libraries'. */
    public String why() {
        return errors.isEmpty() ? "it ended with " + exitCode + " and said nothing" : errors.getLast();
    }
}
