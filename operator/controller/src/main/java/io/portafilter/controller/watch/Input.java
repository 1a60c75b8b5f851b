package io.portafilter.controller.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Ref;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A kind of object that is compiled: how it is called and how it becomes our record.
 *
 * @param plural with its group, as in RBAC
 * @param kind ours
 * @param shells makes an object without anything in it
 * @param convert reduces it
 */
record Input<T extends HasMetadata>(
        String plural, Kind kind, Supplier<T> shells, Function<? super T, ? extends KubeObject> convert) {
    static final Input<Ingress> INGRESSES =
            new Input<>("ingresses.networking.k8s.io", Kind.INGRESS, Ingress::new, IngressConverter::convert);
    static final Input<IngressClass> INGRESS_CLASSES = new Input<>(
            "ingressclasses.networking.k8s.io", Kind.INGRESS_CLASS, IngressClass::new, IngressConverter::convert);
    static final Input<io.fabric8.kubernetes.api.model.Service> SERVICES = new Input<>(
            "services", Kind.SERVICE, io.fabric8.kubernetes.api.model.Service::new, ServiceConverter::convert);
    static final Input<EndpointSlice> ENDPOINT_SLICES = new Input<>(
            "endpointslices.discovery.k8s.io", Kind.ENDPOINT_SLICE, EndpointSlice::new, ServiceConverter::convert);
    static final Input<io.fabric8.kubernetes.api.model.ConfigMap> CONFIG_MAPS = new Input<>(
            "configmaps", Kind.CONFIG_MAP, io.fabric8.kubernetes.api.model.ConfigMap::new, DataConverter::convert);

    /** What happens to objects, as changes. */
    ObjectWatch.Events<T> changes(Consumer<Change> sink) {
        return new ObjectWatch.Events<>() {
            @Override
            public void put(T object) {
                sink.accept(new Change.Put(convert.apply(object)));
            }

            @Override
            public void delete(T object) {
                sink.accept(new Change.Delete(new Ref(kind, MetaConverter.name(object.getMetadata()))));
            }
        };
    }
}
