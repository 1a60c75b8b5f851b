package io.portafilter.controller.leader;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.portafilter.compiler.Compiler;
import io.portafilter.compiler.CompilerOptions;
import io.portafilter.controller.compile.CompileLoop;
import io.portafilter.controller.compile.StepListener;
import io.portafilter.controller.compile.View;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.IngressClass;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.folder.IngressText;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A compile loop that tests feed by hand with objects of the API server, as the informers would. */
public final class World implements AutoCloseable {
    private static final SortedMap<String, String> NONE = Collections.emptySortedMap();

    private final List<StepListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger added = new AtomicInteger();
    private final CompileLoop loop;

    /** A cluster with the IngressClass {@code nginx} and nothing else; tells these from now on, and those that come later. */
    public World(StepListener... first) {
        listeners.addAll(List.of(first));
        loop = new CompileLoop(
                () -> new Compiler(CompilerOptions.DEFAULT),
                List.of((compilation, frames, view) ->
                        listeners.forEach(listener -> listener.stepped(compilation, frames, view))));
        loop.start(List.of(new Change.Put(ingressClass("nginx", "k8s.io/ingress-nginx"))));
    }

    private static IngressClass ingressClass(String name, String controller) {
        return new IngressClass(new Meta(Name.clusterScoped(name), "", Instant.EPOCH, NONE, NONE), controller);
    }

    /** Tells this one too, beginning with a step that concerns nobody: a change that changes nothing would be none. */
    public void add(StepListener listener) {
        listeners.add(listener);
        accept(List.of(new Change.Put(ingressClass("of-listener-" + added.incrementAndGet(), "example.com/none"))));
    }

    /** Tells this one no more. */
    public void remove(StepListener listener) {
        listeners.remove(listener);
    }

    /** What is known. */
    public View view() {
        return loop.view().orElseThrow();
    }

    /** What the API server holds is now so; returns once it is compiled. */
    public View put(List<? extends HasMetadata> objects) {
        return accept(objects.stream()
                .<Change>map(object -> new Change.Put(ingress(object)))
                .toList());
    }

    /** Changes are compiled; returns once they are. */
    public View accept(List<Change> changes) {
        loop.accept(changes);
        return loop.ask(_ -> loop.view().orElseThrow())
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    /** An Ingress is gone; returns once that is compiled. */
    public View delete(Name ingress) {
        return accept(List.of(new Change.Delete(new Ref(Kind.INGRESS, ingress))));
    }

    /** An Ingress of the API server as our record. */
    public static Ingress ingress(HasMetadata object) {
        return switch (IngressText.read(Serialization.asYaml(object))) {
            case IngressText.Whole(var ingress) -> ingress;
            case IngressText.Damaged(String reason) -> throw new IllegalArgumentException(reason);
        };
    }

    /** The manifest of an Ingress. */
    public static String manifest(String name, String className, String annotation) {
        return """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: NAME
                  annotations:
                    nginx.ingress.kubernetes.io/ANNOTATION
                spec:
                  ingressClassName: CLASS
                  rules:
                  - host: NAME.example
                    http:
                      paths:
                      - path: /
                        pathType: Prefix
                        backend:
                          service:
                            name: NAME
                            port:
                              number: 80
                """.replace("NAME", name).replace("CLASS", className).replace("ANNOTATION", annotation);
    }

    /** The manifest of an Ingress of class {@code nginx} without a fault. */
    public static String manifest(String name) {
        return manifest(name, "nginx", "proxy-body-size: 8m");
    }

    @Override
    public void close() {
        loop.close();
    }
}
