package io.portafilter.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.APIGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What the run as a whole has shown, and then the end of the release: as it goes, its rights may go before its last request. */
@ClusterTest
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemovalTest {
    private static final String DEFINITION = "networksetups.portafilter.io";

    @Test
    @Order(1)
    void theOperatorWasNeverDeniedARight(Release release) throws IOException {
        assertThat(log(release).denied(release.roles())).isEmpty();
    }

    @Test
    @Order(2)
    void theOperatorHasNoRightThatItDidNotNeed(Release release) throws IOException {
        assertThat(release.roles().grants()).hasSizeGreaterThan(10);
        Set<String> served = release.cluster().client().getApiGroups().getGroups().stream()
                .map(APIGroup::getName)
                .collect(Collectors.toSet());
        assertThat(log(release).unused(release.roles()))
                .filteredOn(grant -> grant.group().isEmpty() || served.contains(grant.group()))
                .as("what concerns Calico's and OpenShift's kinds is for clusters that have them")
                .isEmpty();
    }

    @Test
    @Order(3)
    void uninstallingLeavesNothingBehindButTheDefinitionAndTheWayBack(Release release) {
        assertThat(release.uninstall()).contains("uninstalled");
        // the garbage collector and ended namespaces take their time
        Cluster.patiently()
                .untilAsserted(() -> assertThat(release.left())
                        .filteredOn(RemovalTest::isOfTheRelease)
                        .as("helm deletes no definition, lest its objects go with it; backups of the network stay, too")
                        .containsExactly(
                                "APIService.apiregistration.k8s.io v1alpha1.portafilter.io",
                                "CustomResourceDefinition.apiextensions.k8s.io " + DEFINITION));
        release.cluster()
                .client()
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(DEFINITION)
                .delete();
        Cluster.patiently()
                .untilAsserted(() -> assertThat(release.left())
                        .filteredOn(RemovalTest::isOfTheRelease)
                        .isEmpty());
    }

    /** Not what restarts of the cluster's own workloads made, nor the network's journal and backups. */
    private static boolean isOfTheRelease(String object) {
        return !object.contains("/portafilter-network-")
                && !object.matches("(Pod|ReplicaSet|ControllerRevision)\\.[a-z.]* kube-system/.*");
    }

    private static AuditLog log(Release release) throws IOException {
        release.cluster().mayBeHarmed();
        String file = Optional.ofNullable(System.getenv("E2E_AUDIT_LOG")).orElseThrow();
        return AuditLog.of(Path.of(file), release.operatorUser());
    }
}
