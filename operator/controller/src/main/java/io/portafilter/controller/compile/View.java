package io.portafilter.controller.compile;

import io.portafilter.compiler.IngressState;
import io.portafilter.contract.Version;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Snapshot;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;

/**
 * What the operator knows after a step; immutable, and shares with the view before whatever the step did not touch.
 *
 * @param snapshot the cluster
 * @param findings what is wrong
 * @param ingresses what became of each Ingress
 * @param version of what was published
 */
public record View(
        Snapshot snapshot, PSortedSet<Finding> findings, PSortedMap<Name, IngressState> ingresses, Version version) {}
