package io.portafilter.controller.watch;

import io.portafilter.snapshot.Name;
import java.util.Optional;

/**
 * What is watched.
 *
 * @param scope whose Ingresses, Services and Secrets
 * @param configMap {@code --configmap}, watched wherever it is
 * @param defaultBackend {@code --default-backend-service}, watched wherever it is
 * @param kept ConfigMaps in which we keep something ourselves
 */
public record WatchOptions(Scope scope, Name configMap, Optional<Name> defaultBackend, Optional<KeptConfigMaps> kept) {}
