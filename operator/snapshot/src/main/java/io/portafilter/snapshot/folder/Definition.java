package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Ref;

/**
 * An object where a file defines it, or defined it when it was last good.
 *
 * @param object the object
 * @param location where it begins
 * @param document the document that defines it
 */
record Definition(KubeObject object, Location location, Chunk document) {
    Ref ref() {
        return object.ref();
    }
}
