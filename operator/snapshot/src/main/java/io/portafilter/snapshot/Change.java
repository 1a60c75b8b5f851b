package io.portafilter.snapshot;

/** One object came, changed or went. */
public sealed interface Change {
    /** Which object. */
    Ref ref();

    /** The object is now so. */
    record Put(KubeObject object) implements Change {
        @Override
        public Ref ref() {
            return object.ref();
        }
    }

    /** The object is gone. */
    record Delete(Ref ref) implements Change {}
}
