package io.portafilter.crds.schema;

import java.util.Arrays;
import java.util.Optional;

/** Constants by their words. */
final class Words {
    private Words() {}

    static String of(Object constant) {
        return ((Word) constant).word();
    }

    static Optional<Object> find(Class<?> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .map(Object.class::cast)
                .findFirst();
    }
}
