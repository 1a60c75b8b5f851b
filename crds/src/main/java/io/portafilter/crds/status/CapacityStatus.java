package io.portafilter.crds.status;

import io.portafilter.crds.schema.Field;
import java.util.Optional;

/**
 * How much room there is.
 *
 * @param nodes nodes that can get a range
 * @param podsPerNode addresses of a node's range
 * @param services addresses of Service ranges
 */
public record CapacityStatus(
        @Field("Nodes that can get a range.") NodeRoom nodes,
        @Field("Pods on one node.") PodRoom podsPerNode,
        @Field("Addresses of Services.") ServiceRoom services) {

    /**
     * Nodes.
     *
     * @param max nothing where a provider gives them their ranges
     * @param used how many there are
     */
    public record NodeRoom(
            @Field("How many the pod ranges have room for; nothing where the network provider gives them their ranges.")
            Optional<Integer> max,

            @Field("How many there are.") int used) {}

    /**
     * Pods on one node, those in the node's own network left out.
     *
     * @param max addresses of the smallest range of a node; nothing where nodes have none
     * @param peak on the node that runs most; nothing where pods are not known
     */
    public record PodRoom(
            @Field("How many addresses the smallest range of a node has; nothing where nodes have none.")
            Optional<Integer> max,

            @Field("How many the fullest node runs; nothing where pods are not known.")
            Optional<Integer> peak) {}

    /**
     * Addresses of Services, of the family that has the least room left.
     *
     * @param total 2147483647 stands for any larger number
     * @param used how many are taken
     */
    public record ServiceRoom(
            @Field("How many there are, of the family with the least room; 2147483647 stands for any larger number.")
            int total,

            @Field("How many are taken.") int used) {}
}
