package io.portafilter.snapshot.folder;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Which names count, and their order. */
final class FileNames {
    /** The order of the names' UTF-8 bytes, which is that of their code points. */
    static final Comparator<String> BYTE_ORDER = FileNames::compareCodePoints;

    private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".json");

    private FileNames() {}

    /**
     * Whether a file of this name is a manifest. What editors leave beside it ({@code .x.yaml.swp}, {@code .#x.yaml},
     * {@code #x.yaml#}, {@code x.yaml~}, {@code 4913}) is hidden or has another extension.
     */
    static boolean isManifest(String name) {
        return !isHidden(name) && EXTENSIONS.stream().anyMatch(name::endsWith);
    }

    /** Whether a file or folder of this name is passed over; kubelet's {@code ..data} is such a one. */
    static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    /** Whether any element of a path below the root is hidden. */
    static boolean isHidden(Path relative) {
        for (Path element : relative) {
            if (isHidden(element.toString()) && !element.toString().equals(".")) {
                return true;
            }
        }
        return false;
    }

    private static int compareCodePoints(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean sameHalf = Character.isSurrogate(x) == Character.isSurrogate(y);
                return sameHalf ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
