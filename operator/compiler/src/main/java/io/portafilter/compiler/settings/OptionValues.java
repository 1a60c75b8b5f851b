package io.portafilter.compiler.settings;

import io.portafilter.compiler.catalogue.GoBool;
import io.portafilter.compiler.catalogue.GoInt;
import io.portafilter.compiler.catalogue.Quoted;
import io.portafilter.contract.Origin;
import io.portafilter.contract.Sourced;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads options one by one; what cannot be read is reported, and something else is used. */
final class OptionValues {
    private final Ref object;
    private final Function<String, Optional<String>> option;
    private final Consumer<Finding> findings;

    OptionValues(Ref object, Function<String, Optional<String>> option, Consumer<Finding> findings) {
        this.object = object;
        this.option = option;
        this.findings = findings;
    }

    Sourced<Boolean> bool(String name, boolean byDefault) {
        return value(name, byDefault, "true or false", GoBool::parse);
    }

    Sourced<Integer> number(String name, int byDefault, int least) {
        return value(
                name,
                byDefault,
                "a whole number from " + least + " to " + Integer.MAX_VALUE,
                text -> GoInt.parse(text)
                        .filter(number -> number >= least && number <= Integer.MAX_VALUE)
                        .map(Long::intValue));
    }

    /** Texts with commas between them; none is a value too. */
    Sourced<List<String>> list(String name, List<String> byDefault) {
        return value(
                name,
                byDefault,
                "a list",
                text -> Optional.of(Stream.of(text.split(","))
                        .map(String::trim)
                        .filter(item -> !item.isEmpty())
                        .toList()));
    }

    /** The value of an option, or the default. */
    <T> Sourced<T> value(String name, T byDefault, String allowed, Function<String, Optional<T>> parser) {
        Sourced<T> otherwise = Sourced.byDefault(byDefault);
        return option.apply(name)
                .map(text -> parse(name, text, parser).orElseGet(() -> {
                    report(name, text, allowed, "the default is used");
                    return otherwise;
                }))
                .orElse(otherwise);
    }

    /** A value for which a text that cannot be read stands for something stricter than the default. */
    <T> Sourced<T> strictValue(
            String name, T byDefault, T strictest, String allowed, Function<String, Optional<T>> parser) {
        return option.apply(name)
                .map(text -> parse(name, text, parser).orElseGet(() -> {
                    report(name, text, allowed, "the strictest value is used");
                    return new Sourced<>(strictest, origin(name));
                }))
                .orElse(Sourced.byDefault(byDefault));
    }

    private <T> Optional<Sourced<T>> parse(String name, String text, Function<String, Optional<T>> parser) {
        return parser.apply(text).map(value -> new Sourced<>(value, origin(name)));
    }

    private void report(String name, String text, String allowed, String consequence) {
        String message = name + " is " + Quoted.of(text) + ", but must be " + allowed + "; " + consequence;
        findings.accept(new Finding("option-invalid", Severity.WARNING, object, field(name), message));
    }

    /** This option as an origin. */
    Origin origin(String name) {
        return new Origin.Field(object.toString(), field(name));
    }

    private static String field(String name) {
        return "data[" + name + "]";
    }
}
