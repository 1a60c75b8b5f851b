package io.portafilter.controller;

import io.portafilter.controller.network.NetworkOptions;
import java.time.Duration;
import java.util.Optional;

/**
 * What flags and the pod's environment say to an operator.
 *
 * @param replica which one it is
 * @param compiling what it compiles
 * @param serving where others reach it
 * @param writing what it writes to the cluster
 * @param network what it does about the cluster's network; empty: nothing
 * @param startLimit how long the API server may be away at the start before the operator gives up
 */
record OperatorOptions(
        Replica replica,
        CompilingOptions compiling,
        ServingOptions serving,
        WritingOptions writing,
        Optional<NetworkOptions> network,
        Duration startLimit) {}
