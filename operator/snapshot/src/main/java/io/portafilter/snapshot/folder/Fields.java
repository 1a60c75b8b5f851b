package io.portafilter.snapshot.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The fields of one mapping of a manifest. A field that is absent or null is empty; one that is wrong is noted as a problem and
 * read as empty, so that reading goes on to the next. Fields that nobody asks for do not matter.
 */
final class Fields {
    private final ObjectProblems problems;
    private final Yaml.Mapping mapping;
    private final Optional<Fields> parent;
    private final String step;

    private Fields(ObjectProblems problems, Yaml.Mapping mapping, Optional<Fields> parent, String step) {
        this.problems = problems;
        this.mapping = mapping;
        this.parent = parent;
        this.step = step;
    }

    static Fields of(Yaml.Mapping object, ObjectProblems problems) {
        return new Fields(problems, object, Optional.empty(), "");
    }

    ObjectProblems problems() {
        return problems;
    }

    /** The path of a field of this mapping, as in {@code spec.rules[0].host}. */
    String path(String key) {
        String prefix = path();
        return prefix.isEmpty() ? key : prefix + "." + key;
    }

    private String path() {
        return parent.map(fields -> fields.path(step)).orElse("");
    }

    /** The field as it stands, if it is there and not null. */
    Optional<Yaml> get(String key) {
        return Optional.ofNullable(mapping.entries().get(key)).filter(yaml -> !yaml.isNull());
    }

    boolean has(String key) {
        return get(key).isPresent();
    }

    Optional<String> text(String key) {
        return get(key).flatMap(yaml -> textOf(yaml, path(key)));
    }

    /** A text that must have a form. */
    Optional<String> text(String key, Predicate<String> form, String remedy) {
        return text(key).filter(value -> {
            boolean good = form.test(value);
            if (!good) {
                wrongValue(key, remedy);
            }
            return good;
        });
    }

    /** A text that must be there and not empty; otherwise a problem and an empty text. */
    String requiredText(String key, String remedy) {
        if (!has(key)) {
            missing(key, remedy);
        }
        return text(key, value -> !value.isEmpty(), remedy).orElse("");
    }

    /** One of some words. */
    <T> Optional<T> word(String key, Map<String, T> words) {
        Optional<String> text = text(key);
        Optional<T> word = text.map(words::get);
        if (text.isPresent() && word.isEmpty()) {
            wrongValue(key, "write " + oneOf(words.keySet().stream().sorted().toList()));
        }
        return word;
    }

    Optional<Boolean> flag(String key) {
        return get(key).flatMap(yaml -> {
            if (yaml instanceof Yaml.Scalar scalar && scalar.type() == Yaml.Type.BOOLEAN) {
                return Optional.of(Character.toLowerCase(scalar.text().charAt(0)) == 't'
                        || Character.toLowerCase(scalar.text().charAt(0)) == 'y'
                        || scalar.text().equalsIgnoreCase("on"));
            }
            problems.wrongType(yaml, path(key), "write true or false, without quotes");
            return Optional.empty();
        });
    }

    /** A port number, 1 to 65535. */
    Optional<Integer> port(String key) {
        return number(key, 1, 65535);
    }

    /** A whole number in a range that starts at 0 or above. */
    Optional<Integer> number(String key, int from, int to) {
        return get(key).flatMap(yaml -> {
            String remedy = "write a number from " + from + " to " + to;
            if (!(yaml instanceof Yaml.Scalar scalar) || scalar.type() != Yaml.Type.NUMBER) {
                problems.wrongType(yaml, path(key), remedy + ", without quotes");
                return Optional.empty();
            }
            String digits = scalar.text();
            boolean plain = digits.length() <= 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            int number = plain ? Integer.parseInt(digits) : -1;
            if (number < from || number > to) {
                problems.wrongValue(yaml, path(key), remedy);
                return Optional.empty();
            }
            return Optional.of(number);
        });
    }

    Optional<Fields> object(String key) {
        return get(key).flatMap(yaml -> objectOf(yaml, key));
    }

    private Optional<Fields> objectOf(Yaml yaml, String pathStep) {
        if (yaml instanceof Yaml.Mapping inner) {
            return Optional.of(new Fields(problems, inner, Optional.of(this), pathStep));
        }
        problems.wrongType(yaml, path(pathStep), "write a mapping (name: value)");
        return Optional.empty();
    }

    /** The items of a list of mappings, read one by one. */
    <T> List<T> objects(String key, Function<Fields, Optional<T>> read) {
        return items(key, (yaml, step) -> objectOf(yaml, step).flatMap(read));
    }

    /** The items of a list of texts. */
    List<String> texts(String key) {
        return texts(key, text -> true, "");
    }

    /** The items of a list of texts that must have a form. */
    List<String> texts(String key, Predicate<String> form, String remedy) {
        return items(key, (yaml, step) -> {
            Optional<String> text = textOf(yaml, path(step));
            if (text.isPresent() && !form.test(text.get())) {
                problems.wrongValue(yaml, path(step), remedy);
                return Optional.empty();
            }
            return text;
        });
    }

    private interface ReadItem<T> {
        Optional<T> read(Yaml item, String step);
    }

    private <T> List<T> items(String key, ReadItem<T> read) {
        Optional<Yaml> field = get(key);
        if (field.isEmpty()) {
            return List.of();
        }
        if (!(field.get() instanceof Yaml.Sequence sequence)) {
            problems.wrongType(field.get(), path(key), "write a list (- item)");
            return List.of();
        }
        List<T> items = new ArrayList<>(sequence.items().size());
        for (int i = 0; i < sequence.items().size(); i++) {
            read.read(sequence.items().get(i), key + "[" + i + "]").ifPresent(items::add);
        }
        return items;
    }

    /** Reads one value of a mapping with free keys. */
    interface ReadValue<T> {
        Optional<T> read(Yaml value, String path);
    }

    /** The entries of a mapping with free keys. */
    <T> SortedMap<String, T> map(String key, ReadValue<T> read) {
        SortedMap<String, T> values = new TreeMap<>();
        object(key)
                .ifPresent(inner -> inner.mapping.entries().forEach((name, value) -> {
                    read.read(value, path(key) + "[" + name + "]").ifPresent(good -> values.put(name, good));
                }));
        return values;
    }

    /** A mapping from texts to texts; null counts as the empty text, as for the API server. */
    SortedMap<String, String> textMap(String key) {
        return map(key, (value, path) -> value.isNull() ? Optional.of("") : textOf(value, path));
    }

    void missing(String key, String remedy) {
        problems.missing(mapping, path(key), remedy);
    }

    void conflict(String key, String otherKey) {
        problems.conflict(at(key), path(key), path(otherKey));
    }

    void wrongValue(String key, String remedy) {
        problems.wrongValue(at(key), path(key), remedy);
    }

    private Yaml at(String key) {
        return mapping.entries().getOrDefault(key, mapping);
    }

    private Optional<String> textOf(Yaml yaml, String path) {
        if (yaml instanceof Yaml.Scalar scalar) {
            if (scalar.type() == Yaml.Type.TEXT) {
                return Optional.of(scalar.text());
            }
            problems.wrongType(yaml, path, "quote it: \"" + scalar.text() + "\"");
            return Optional.empty();
        }
        problems.wrongType(yaml, path, "write a text");
        return Optional.empty();
    }

    private static String oneOf(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
