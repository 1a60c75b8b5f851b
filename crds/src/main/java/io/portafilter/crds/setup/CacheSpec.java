package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import java.util.Optional;

/**
 * How answers are kept.
 *
 * @param enabled whether they are.
 * @param successSeconds the longest time for answers; 0 leaves it to CoreDNS, which takes 3600.
 * @param denialSeconds the longest time for denials; 0: as for answers.
 * @param successCapacity how many answers, at least 1024; 0 leaves it to CoreDNS, which takes 9984.
 * @param denialCapacity how many denials, likewise.
 * @param clusterDomain whether answers about the cluster's own names are kept too.
 * @param serveStale answers past their time while nobody answers.
 */
public record CacheSpec(
        @Field(value = "Whether they are.", preset = "true") boolean enabled,

        @Field(
                value = "The longest time for answers; 0 leaves it to CoreDNS, which takes 3600.",
                preset = "30",
                min = 0,
                max = 3600)
        int successSeconds,

        @Field(value = "The longest time for denials; 0: as for answers.", preset = "0", min = 0, max = 1800)
        int denialSeconds,

        @Field(
                value = "How many answers, at least 1024; 0 leaves it to CoreDNS, which takes 9984.",
                preset = "0",
                min = 0,
                max = 10000000)
        int successCapacity,

        @Field(value = "How many denials, likewise.", preset = "0", min = 0, max = 10000000)
        int denialCapacity,

        @Field(value = "Whether answers about the cluster's own names are kept too.", preset = "false")
        boolean clusterDomain,

        @Field("Answers past their time while nobody answers.")
        Optional<ServeStale> serveStale) {}
