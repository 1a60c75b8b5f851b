package io.portafilter.network.cni;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which file of /etc/cni/net.d a container runtime takes. */
public final class ConfDir {
    private static final Pattern LOADABLE = Pattern.compile(".*\\.(conf|conflist|json)");

    /** Who chooses. */
    public enum Chooser {
        /** Takes the first; when that is invalid, nothing. */
        CONTAINERD,
        /** Takes the first that is valid. */
        CRI_O
    }

    private ConfDir() {}

    /** The files that count, the first in front: byte order, hidden files included. */
    public static List<String> loadable(Collection<String> names) {
        return names.stream()
                .filter(name -> LOADABLE.matcher(name).matches())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** The file that wins; nothing where the network does not come up. */
    public static Optional<String> winner(Chooser runtime, Map<String, String> files) {
        List<String> names = loadable(files.keySet());
        return switch (runtime) {
            case CONTAINERD -> names.stream().findFirst().filter(name -> isValid(name, files));
            case CRI_O -> names.stream().filter(name -> isValid(name, files)).findFirst();
        };
    }

    private static boolean isValid(String name, Map<String, String> files) {
        return Conflist.read(name, files.getOrDefault(name, "")).problems().isEmpty();
    }
}
