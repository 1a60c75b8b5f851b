package io.portafilter.proxy.exchange;

import io.portafilter.contract.IngressRef;
import io.portafilter.contract.Key;
import io.portafilter.contract.Policies;
import java.util.List;

/**
 * A route, compiled: everything that can be decided when configuration arrives is decided here. An exchange keeps its entry to
 * its end, whatever becomes of the table.
 *
 * @param key of the published route
 * @param ingress who owns it
 * @param rulePath the path of its rule, for metrics and log
 * @param policies the effective ones: its own, else those of the settings
 * @param action what is done when no filter has answered
 * @param requestFilters in the documented order (behaviour §3)
 * @param responseFilters in the documented order; they see the answers of filters too
 * @param attempts deadlines and retries, from the policies
 * @param meter where the metrics find their cells
 */
public record RouteEntry(
        Key key,
        IngressRef ingress,
        String rulePath,
        Policies policies,
        RouteAction action,
        List<RequestFilter> requestFilters,
        List<ResponseFilter> responseFilters,
        AttemptPolicy attempts,
        RouteMeter meter) {
    /** Copies the lists. */
    public RouteEntry {
        requestFilters = List.copyOf(requestFilters);
        responseFilters = List.copyOf(responseFilters);
    }
}
