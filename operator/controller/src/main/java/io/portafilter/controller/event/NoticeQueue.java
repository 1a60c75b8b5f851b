package io.portafilter.controller.event;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Notices that wait, the urgent ones first, each once. */
final class NoticeQueue {
    private final int most;
    private final Map<Urgency, Map<Notice, Urgency>> waiting = new EnumMap<>(Urgency.class);
    private int size;

    /** Why it is told now; the first is the most urgent. */
    enum Urgency {
        /** It is new. */
        FRESH,
        /** It is as usual. */
        ROUTINE,
        /** It was found before this replica led. */
        STANDING,
        /** It was told long ago and holds still. */
        REPEATED
    }

    /** One of them. */
    record Waiting(Notice notice, Urgency urgency) {}

    NoticeQueue(int most) {
        this.most = most;
        for (Urgency urgency : Urgency.values()) {
            waiting.put(urgency, new LinkedHashMap<>());
        }
    }

    /** False if there is no room. */
    boolean add(Notice notice, Urgency urgency) {
        if (size >= most) {
            return false;
        }
        if (of(urgency).putIfAbsent(notice, urgency) == null) {
            size++;
        }
        return true;
    }

    Optional<Waiting> poll() {
        for (Urgency urgency : Urgency.values()) {
            Map<Notice, Urgency> some = of(urgency);
            if (!some.isEmpty()) {
                Notice next = some.keySet().iterator().next();
                some.remove(next);
                size--;
                return Optional.of(new Waiting(next, urgency));
            }
        }
        return Optional.empty();
    }

    boolean isEmpty() {
        return size == 0;
    }

    private Map<Notice, Urgency> of(Urgency urgency) {
        return waiting.getOrDefault(urgency, Map.of());
    }
}
