package io.portafilter.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.HttpURLConnection;

/**
 * What an account asked the API server, as its audit log tells it.
 *
 * @param resource with its subresource
 * @param name of the object; empty for lists and creations
 * @param allowed whether the account had the right
 * @param created whether it made the object
 */
record Request(
        String user,
        String verb,
        String group,
        String resource,
        String namespace,
        String name,
        boolean allowed,
        boolean created) {
    static Request of(JsonNode event) {
        JsonNode object = event.path("objectRef");
        String subresource = object.path("subresource").asText();
        return new Request(
                event.path("user").path("username").asText(),
                event.path("verb").asText(),
                object.path("apiGroup").asText(),
                object.path("resource").asText() + (subresource.isEmpty() ? "" : "/" + subresource),
                object.path("namespace").asText(),
                object.path("name").asText(),
                !event.path("annotations")
                        .path("authorization.k8s.io/decision")
                        .asText()
                        .equals("forbid"),
                event.path("responseStatus").path("code").asInt() == HttpURLConnection.HTTP_CREATED);
    }
}
