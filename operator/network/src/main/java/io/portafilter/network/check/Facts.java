package io.portafilter.network.check;

import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.net.Ip;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.observe.Observation;
import java.util.List;
import java.util.Optional;

/**
 * What checks look at.
 *
 * @param seen the cluster
 * @param spec how it should be: the NetworkSetup, or without one what the cluster itself proposes
 */
record Facts(Observation seen, NetworkSetupSpec spec) {
    List<Cidr> pods() {
        return ranges(spec.pods().cidrs());
    }

    List<Cidr> services() {
        return ranges(spec.services().cidrs());
    }

    static List<Cidr> ranges(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Cidr.parse(text).stream())
                .map(Cidr::masked)
                .toList();
    }

    static Optional<Ip> ip(String text) {
        return Ip.parse(text);
    }
}
