package io.portafilter.controller;

import io.portafilter.controller.watch.SecretSink;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.PendingSecret;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Secret;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What is known of Secrets, as changes of the snapshot. */
final class SecretChanges implements SecretSink {
    private final Consumer<Collection<? extends Change>> sink;

    SecretChanges(Consumer<Collection<? extends Change>> sink) {
        this.sink = sink;
    }

    @Override
    public void exists(Name secret) {
        sink.accept(List.of(new Change.Put(new PendingSecret(secret))));
    }

    @Override
    public void contents(Secret secret) {
        sink.accept(List.of(new Change.Put(secret)));
    }

    @Override
    public void gone(Name secret) {
        sink.accept(List.of(new Change.Delete(new Ref(Kind.SECRET, secret))));
    }
}
