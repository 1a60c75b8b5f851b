package io.portafilter.controller.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Behaviour §13: of a publish-service the type decides. */
final class ServiceAddressesTest {
    @Test
    void ofALoadBalancerThoseOfTheBalancerAndTheExternalOnes() {
        assertThat(addresses("""
                        spec:
                          type: LoadBalancer
                          clusterIP: 10.0.0.7
                          externalIPs: [203.0.113.9, 203.0.113.7]
                        status:
                          loadBalancer:
                            ingress:
                            - ip: 203.0.113.8
                            - hostname: lb.example
                            - ip: 203.0.113.7
                        """))
                .containsExactly(ip("203.0.113.7"), ip("203.0.113.8"), ip("203.0.113.9"), name("lb.example"));
    }

    @Test
    void anEntryWithIpAndNameKeepsBoth() {
        assertThat(addresses("""
                        spec:
                          type: LoadBalancer
                        status:
                          loadBalancer:
                            ingress:
                            - ip: 203.0.113.8
                              hostname: lb.example
                            - {}
                        """)).containsExactly(new Address("203.0.113.8", "lb.example"));
    }

    @Test
    void ofALoadBalancerThatIsNotThereYetNone() {
        assertThat(addresses("""
                        spec:
                          type: LoadBalancer
                          clusterIP: 10.0.0.7
                        status:
                          loadBalancer: {}
                        """)).isEmpty();
        assertThat(addresses("spec: {type: LoadBalancer}")).isEmpty();
    }

    @Test
    void ofANodePortTheExternalOnesElseTheClusters() {
        assertThat(addresses("spec: {type: NodePort, clusterIP: 10.0.0.7, externalIPs: [203.0.113.9]}"))
                .containsExactly(ip("203.0.113.9"));
        assertThat(addresses("spec: {type: NodePort, clusterIP: 10.0.0.7}")).containsExactly(ip("10.0.0.7"));
    }

    @Test
    void ofAClusterIpThatOne() {
        assertThat(addresses("spec: {type: ClusterIP, clusterIP: 10.0.0.7, externalIPs: [203.0.113.9]}"))
                .containsExactly(ip("10.0.0.7"));
        assertThat(addresses("spec: {clusterIP: \"2001:db8::7\"}")).containsExactly(ip("2001:db8::7"));
    }

    @Test
    void aHeadlessServiceHasNone() {
        assertThat(addresses("spec: {type: ClusterIP, clusterIP: None}")).isEmpty();
    }

    @Test
    void ofAnExternalNameThatName() {
        assertThat(addresses("spec: {type: ExternalName, externalName: lb.example}"))
                .containsExactly(name("lb.example"));
        assertThat(addresses("spec: {type: ExternalName}")).isEmpty();
    }

    private static List<Address> addresses(String yaml) {
        return ServiceAddresses.of(Serialization.unmarshal("apiVersion: v1\nkind: Service\n" + yaml, Service.class));
    }

    private static Address ip(String text) {
        return new Address(text, "");
    }

    private static Address name(String text) {
        return new Address("", text);
    }
}
