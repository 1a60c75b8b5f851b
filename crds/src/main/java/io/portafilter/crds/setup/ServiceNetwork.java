package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import java.util.List;

/**
 * Where Services have their addresses.
 *
 * @param cidrs the ranges that the API server was started with, one for each family. A second one may be added, the first cannot change.
 * @param additional further ranges, each a ServiceCIDR object; needs Kubernetes 1.33.
 * @param nodePortRange the ports of NodePorts, as the API server was started with; only compared.
 */
public record ServiceNetwork(
        @Field(
                value =
                        "The ranges that the API server was started with, one for each family. A second one may be added, the first cannot change.",
                required = true,
                minItems = 1,
                maxItems = 2,
                maxLength = 43)
        List<String> cidrs,

        @Field("Further ranges, each a ServiceCIDR object; needs Kubernetes 1.33.")
        List<AdditionalRange> additional,

        @Field(
                value = "The ports of NodePorts, as the API server was started with; only compared.",
                preset = "30000-32767",
                maxLength = 11,
                pattern = "^[0-9]{1,5}-[0-9]{1,5}$")
        String nodePortRange) {
    /** Copies the lists. */
    public ServiceNetwork {
        cidrs = List.copyOf(cidrs);
        additional = List.copyOf(additional);
    }
}
