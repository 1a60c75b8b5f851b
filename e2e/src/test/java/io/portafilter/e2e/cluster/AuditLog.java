package io.portafilter.e2e.cluster;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the API server noted: each sort of request once. */
record AuditLog(Set<Request> requests) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The requests of one account. */
    static AuditLog of(Path file, String user) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return new AuditLog(lines.filter(line -> line.contains(user))
                    .map(AuditLog::parse)
                    .filter(request -> request.user().equals(user))
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    /** Grants that no request needed. */
    Set<Grant> unused(Roles roles) {
        return roles.grants().stream()
                .filter(grant -> requests.stream().noneMatch(request -> request.allowed() && grant.covers(request)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Requests that were refused for want of a right. An API server that has just started does not know the roles yet and refuses
     * everybody: what a grant covers was refused for that.
     */
    Set<Request> denied(Roles roles) {
        return requests.stream()
                .filter(request ->
                        !request.allowed() && roles.grants().stream().noneMatch(grant -> grant.covers(request)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Request parse(String line) {
        try {
            return Request.of(JSON.readTree(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
