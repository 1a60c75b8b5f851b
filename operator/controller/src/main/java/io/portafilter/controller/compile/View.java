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
 * @param secrets the Secrets that the configuration depends on, whether they exist or not
 * @param pending those of them that exist and whose contents are not here yet; what depends on them stays as it was
 * @param ready whether nothing was pending after this step or an earlier one: until then what was published is not complete, and no
 *     proxy may be given it
 * @param version of what was published
 */
public record View(
        Snapshot snapshot,
        PSortedSet<Finding> findings,
        PSortedMap<Name, IngressState> ingresses,
        PSortedSet<Name> secrets,
        PSortedSet<Name> pending,
        boolean ready,
        Version version) {}
