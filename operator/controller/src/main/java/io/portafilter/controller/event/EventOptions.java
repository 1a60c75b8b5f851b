package io.portafilter.controller.event;

/**
 * How Events are written.
 *
 * @param instance this replica, as Events name who wrote them: its pod
 * @param syncEvents whether each change of an Ingress is told; false with {@code --disable-sync-events}
 */
public record EventOptions(String instance, boolean syncEvents) {}
