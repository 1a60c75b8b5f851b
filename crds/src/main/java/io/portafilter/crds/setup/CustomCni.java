package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;

/**
 * A network configuration of one's own.
 *
 * @param conflist the JSON of a .conflist; $(POD_CIDR_V4), $(POD_CIDR_V6), $(NODE_NAME) and $(MTU) stand for the node's.
 */
public record CustomCni(
        @Field(
                value =
                        "The JSON of a .conflist; $(POD_CIDR_V4), $(POD_CIDR_V6), $(NODE_NAME) and $(MTU) stand for the node's.",
                maxLength = 65536)
        String conflist) {}
