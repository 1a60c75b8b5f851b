package io.portafilter.proxy.metrics;

import io.portafilter.proxy.exchange.RouteMeter;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The numbers of one route: for each event loop the series that have occurred there. */
final class MeteredRoute implements RouteMeter {
    private static final Series[] NONE = {};

    private final RouteLabels labels;
    private final AtomicReferenceArray<Series[]> byLoop;

    MeteredRoute(RouteLabels labels, int loops) {
        this.labels = labels;
        this.byLoop = new AtomicReferenceArray<>(loops);
    }

    RouteLabels labels() {
        return labels;
    }

    /** By the loop of this number only; others see the series that it adds. */
    Series series(int loop, String method, int status) {
        Series[] known = byLoop.getPlain(loop);
        if (known == null) {
            known = NONE;
        }
        for (Series series : known) {
            if (series.is(method, status)) {
                return series;
            }
        }
        Series added = new Series(method, status);
        Series[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = added;
        byLoop.setRelease(loop, more);
        return added;
    }

    /** All series of all loops; the same method and status may occur several times. */
    Stream<Series> series() {
        return IntStream.range(0, byLoop.length())
                .mapToObj(byLoop::getAcquire)
                .flatMap(Stream::ofNullable)
                .flatMap(Arrays::stream);
    }
}
