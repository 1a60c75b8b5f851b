package io.portafilter.network.rollout;

import io.portafilter.network.cluster.ObjectId;

/** One write of a plan: what must stand there before, and what stands there after it. Anything else is somebody else's. */
public sealed interface Step {
    /** What is written. */
    ObjectId object();

    /** What stands there before; empty for nothing. */
    String before();

    /** What stands there after it; empty for nothing. */
    String after();

    /**
     * The Corefile.
     *
     * @param key of the ConfigMap
     * @param before the text as it is
     * @param after the text with its mark, which tells replicas that have loaded it from others
     */
    record Corefile(ObjectId object, String key, String before, String after) implements Step {}

    /**
     * Another text of a ConfigMap.
     *
     * @param key of the ConfigMap
     */
    record Text(ObjectId object, String key, String before, String after) implements Step {}

    /**
     * A restart of a workload.
     *
     * @param before the annotation of its template; empty where there is none
     * @param after the annotation's new value
     */
    record Restart(ObjectId object, String before, String after) implements Step {}

    /**
     * A ServiceCIDR that comes or goes; an existing one cannot be changed.
     *
     * @param before its ranges, divided by commas; empty where it is not there
     * @param after its ranges; empty where it goes
     */
    record Range(ObjectId object, String before, String after) implements Step {}
}
