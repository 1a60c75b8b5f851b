package io.portafilter.controller;

import io.portafilter.controller.network.source.SourceOptions;

/**
 * What the leader does about the cluster's network.
 *
 * @param writes whether it may carry out plans ({@code --network-setup=write}); else it writes the status of the NetworkSetup and
 *     nothing more
 * @param source what is read, and which namespace is ours
 */
record NetworkOptions(boolean writes, SourceOptions source) {}
