package io.portafilter.e2e.oracle;

import io.portafilter.e2e.product.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One recorded case: what was applied and what was asked.
 *
 * @param name its file's name without the ending
 * @param about one line
 * @param fields the whole file
 */
record Case(String name, String about, Map<String, Object> fields) {
    /** Reads the text of a case file. */
    static Case parse(String name, String text) {
        Map<String, Object> fields = Yaml.load(text);
        return new Case(name, Yaml.text(fields, "about").orElse(""), fields);
    }

    /** The controller's options for this case; empty: the defaults. */
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        Yaml.map(fields, "configmap").forEach((key, value) -> options.put(key, String.valueOf(value)));
        return options;
    }

    /** Requests and changes in order; their numbers are those of the recorded answers. */
    List<Step> steps() {
        return Stream.concat(Yaml.list(fields, "steps").stream(), Yaml.list(fields, "requests").stream())
                .map(Yaml::map)
                .map(Step::of)
                .toList();
    }

    /** The namespace that the case had to itself. */
    String namespace() {
        return "c-" + name;
    }
}
