package io.portafilter.controller;

import io.portafilter.controller.admin.AdminOptions;
import io.portafilter.controller.authority.AuthorityOptions;
import io.portafilter.controller.stream.StreamOptions;
import java.util.Optional;

/**
 * Where others reach the operator, and how each side knows the other.
 *
 * @param admin where health, metrics and the report are
 * @param stream where proxies follow
 * @param trust whose tokens open the stream
 * @param authority who issues the certificates of stream and webhook
 * @param webhook where the API server asks about Ingresses; empty: there is no webhook
 */
record ServingOptions(
        AdminOptions admin,
        StreamOptions stream,
        Trust trust,
        AuthorityOptions authority,
        Optional<WebhookOptions> webhook) {}
