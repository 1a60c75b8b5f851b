package io.portafilter.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a grant too many and a right too few are seen. */
class AuditLogTest {
    private static final String US = "system:serviceaccount:ns:operator";

    @TempDir
    private Path folder;

    @Test
    void aGrantThatNoRequestNeededIsUnused() throws IOException {
        Grant used = new Grant("", "networking.k8s.io", "ingresses/status", "", "patch");
        Grant other = new Grant("", "networking.k8s.io", "ingresses", "", "patch");
        AuditLog log = log(event(US, "patch", "networking.k8s.io", "ingresses", "status", "shop", "web", "allow"));
        assertThat(log.unused(roles(used, other))).containsExactly(other);
    }

    @Test
    void aGrantOnOneNameOrNamespaceIsUsedByThatOnly() throws IOException {
        Grant name = new Grant("ns", "", "secrets", "ca", "get");
        Grant other = new Grant("ns", "", "secrets", "key", "get");
        Grant elsewhere = new Grant("other", "", "secrets", "ca", "get");
        AuditLog log = log(event(US, "get", "", "secrets", "", "ns", "ca", "allow"));
        assertThat(log.unused(roles(name, other, elsewhere))).containsExactly(other, elsewhere);
    }

    @Test
    void aRequestThatWasForbiddenIsDeniedAndUsesNothing() throws IOException {
        Grant grant = new Grant("", "", "pods", "", "list");
        AuditLog log = log(event(US, "list", "", "pods", "", "", "", "forbid"));
        assertThat(log.denied(roles())).extracting(Request::resource).containsExactly("pods");
        assertThat(log.denied(roles(grant)))
                .as("an API server that does not know the roles yet")
                .isEmpty();
        assertThat(log.unused(roles(grant))).containsExactly(grant);
    }

    @Test
    void anObjectThatWasAppliedAndNotThereNeededTheRightToCreate() throws IOException {
        Grant create = new Grant("ns", "", "configmaps", "", "create");
        String applied = event(US, "patch", "", "configmaps", "", "ns", "notes", "allow");
        assertThat(log(applied).unused(roles(create))).containsExactly(create);
        String made = applied.replaceFirst("\\{", "{\"responseStatus\":{\"code\":201},");
        assertThat(log(made).unused(roles(create))).isEmpty();
    }

    @Test
    void whatOthersAskIsTheirs() throws IOException {
        AuditLog log = log(event(US + "-2", "list", "", "pods", "", "", "", "forbid"));
        assertThat(log.requests()).isEmpty();
    }

    private AuditLog log(String... events) throws IOException {
        return AuditLog.of(Files.write(folder.resolve("audit.log"), List.of(events)), US);
    }

    private static Roles roles(Grant... grants) {
        return new Roles(new TreeSet<>(List.of(grants)));
    }

    private static String event(
            String user,
            String verb,
            String group,
            String resource,
            String subresource,
            String namespace,
            String name,
            String decision) {
        return """
                {"verb":"%s","user":{"username":"%s"},"objectRef":{"apiGroup":"%s","resource":"%s","subresource":"%s",\
                "namespace":"%s","name":"%s"},"annotations":{"authorization.k8s.io/decision":"%s"}}""".formatted(verb, user, group, resource, subresource, namespace, name, decision);
    }
}
