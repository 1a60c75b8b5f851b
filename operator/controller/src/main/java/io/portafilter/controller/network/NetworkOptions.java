package io.portafilter.controller.network;

import io.portafilter.controller.network.source.SourceOptions;

/**
 * What the leader does about the cluster's network.
 *
 * @param writes whether it may carry out plans ({@code --network-setup=write}); else it writes the status of the NetworkSetup and
 *     nothing more
 * @param pod which replica this is, for Events
 * @param source what is read, and which namespace is ours, for journal and backups
 */
public record NetworkOptions(boolean writes, String pod, SourceOptions source) {}
