/**
 * Reads a folder of Kubernetes manifests as a cluster, watches it for changes, and keeps on disk what "last good" needs. Every
 * complaint names file, line and column. Decides nothing about routing.
 */
@NullMarked
package io.portafilter.snapshot.folder;

import org.jspecify.annotations.NullMarked;
