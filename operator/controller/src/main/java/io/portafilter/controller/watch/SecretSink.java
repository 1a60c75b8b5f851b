package io.portafilter.controller.watch;

import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Secret;

/** Takes what is known of Secrets; called by one thread at a time, must not wait. */
public interface SecretSink {
    /** It exists; its contents are not known, or not any more. */
    void exists(Name secret);

    /** Its contents are these. */
    void contents(Secret secret);

    /** It does not exist. */
    void gone(Name secret);
}
