package io.portafilter.crds.setup;

/**
 * The one NetworkSetup of a cluster.
 *
 * @param name of the object; only {@code cluster} is obeyed
 * @param spec how the network is to be
 */
public record NetworkSetup(String name, NetworkSetupSpec spec) {}
