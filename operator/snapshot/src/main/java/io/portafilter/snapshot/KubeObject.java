package io.portafilter.snapshot;

/** One object of the cluster, reduced to what we read. */
public sealed interface KubeObject
        permits Ingress,
                IngressClass,
                Service,
                EndpointSlice,
                Endpoints,
                Secret,
                PendingSecret,
                ConfigMap,
                Namespace,
                Pod,
                Node,
                LastGoodIngress {
    /** Its metadata. */
    Meta meta();

    /** Its kind. */
    Kind kind();

    /** Kind and name. */
    default Ref ref() {
        return new Ref(kind(), meta().name());
    }
}
