package io.portafilter.controller;

import io.portafilter.controller.leader.Installation;

/**
 * Which operator this is.
 *
 * @param installation what it belongs to, and the namespace where it runs
 * @param pod its name among the replicas
 */
record Replica(Installation installation, String pod) {}
