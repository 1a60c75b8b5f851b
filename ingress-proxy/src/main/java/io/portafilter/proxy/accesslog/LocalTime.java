package io.portafilter.proxy.accesslog;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** {@code $time_local}, made once a second. */
final class LocalTime {
    private final DateTimeFormatter format;
    private long second = Long.MIN_VALUE;
    private String text = "";

    LocalTime(ZoneId zone) {
        format = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT)
                .withZone(zone);
    }

    String at(long epochMillis) {
        long now = Math.floorDiv(epochMillis, 1000);
        if (now != second) {
            second = now;
            text = format.format(Instant.ofEpochSecond(now));
        }
        return text;
    }
}
