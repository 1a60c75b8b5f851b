package io.portafilter.controller;

import java.net.InetSocketAddress;

/**
 * The admission webhook.
 *
 * @param address where it listens ({@code --validating-webhook})
 * @param configuration name of the ValidatingWebhookConfiguration that leads to it
 */
record WebhookOptions(InetSocketAddress address, String configuration) {}
