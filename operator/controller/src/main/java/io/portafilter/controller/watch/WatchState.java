package io.portafilter.controller.watch;

import java.time.Duration;
import java.util.Optional;

/**
 * How a watch is.
 *
 * @param resource what it is on
 * @param connected whether changes arrive
 * @param age since it was last known to be connected; zero while it is
 * @param failure why it is not, if that is known
 */
public record WatchState(WatchedResource resource, boolean connected, Duration age, Optional<String> failure) {}
