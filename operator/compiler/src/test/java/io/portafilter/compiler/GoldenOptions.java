package io.portafilter.compiler;

import io.portafilter.compiler.ingress.ClassOptions;
import io.portafilter.snapshot.Name;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads the line {@code # flags: …} of a golden pair. */
final class GoldenOptions {
    private static final String FLAGS = "# flags:";

    private GoldenOptions() {}

    static CompilerOptions of(String text) {
        boolean byName = false;
        boolean withoutClass = false;
        boolean catchAll = true;
        boolean validate = true;
        boolean deepInspect = true;
        String prefix = CompilerOptions.DEFAULT.annotationsPrefix();
        Optional<Name> defaultBackend = Optional.empty();
        Optional<Name> defaultCertificate = Optional.empty();
        for (Iterator<String> flags = flags(text).iterator(); flags.hasNext(); ) {
            String flag = flags.next();
            switch (flag) {
                case "--ingress-class-by-name" -> byName = true;
                case "--watch-ingress-without-class" -> withoutClass = true;
                case "--disable-catch-all" -> catchAll = false;
                case "--deep-inspect=false" -> deepInspect = false;
                case "--annotations-prefix" -> prefix = flags.next();
                case "--enable-annotation-validation=false" -> validate = false;
                case "--default-backend-service" -> defaultBackend = Optional.of(name(flags.next()));
                case "--default-ssl-certificate" -> defaultCertificate = Optional.of(name(flags.next()));
                default -> throw new IllegalArgumentException("no golden pair knows the flag " + flag);
            }
        }
        CompilerOptions defaults = CompilerOptions.DEFAULT;
        return new CompilerOptions(
                new ClassOptions("nginx", "k8s.io/ingress-nginx", byName, withoutClass, false),
                prefix,
                validate,
                defaults.configMap(),
                defaultBackend,
                defaultCertificate,
                catchAll,
                deepInspect,
                true);
    }

    private static List<String> flags(String text) {
        return text.lines()
                .filter(line -> line.startsWith(FLAGS))
                .flatMap(line -> List.of(line.substring(FLAGS.length()).strip().split(" ")).stream())
                .toList();
    }

    private static Name name(String text) {
        String[] parts = text.split("/");
        return new Name(parts[0], parts[1]);
    }
}
