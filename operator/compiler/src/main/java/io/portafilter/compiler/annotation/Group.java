package io.portafilter.compiler.annotation;

import java.util.List;

/**
 * Annotations that belong together.
 *
 * @param title heading in the documentation
 * @param annotations in the order of the documentation
 */
record Group(String title, List<Annotation> annotations) {
    static Group of(String title, Annotation... annotations) {
        return new Group(title, List.of(annotations));
    }
}
