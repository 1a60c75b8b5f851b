package io.portafilter.crds.schema;

/** A constant that a manifest writes as one word. */
public interface Word {
    /** As a manifest writes it. */
    String word();
}
