package io.portafilter.snapshot.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainYamlTest {
    private static final String MANIFEST = """
            # A comment
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress   # another
            metadata:
              name: web
              labels: {app: web, "tier": '1', list: [a, "b c", [], {}]}
              annotations:
                nginx.ingress.kubernetes.io/canary: "true"
                'quoted/key': it's # here
                empty:
                url: http://shop.example.com:80/a?b=c#d

            spec:
              rules:
              - host: shop.example.com
                http:
                  paths:
                  - path: /wear(/|$)(.*)
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80}}}
                  -
                    path: ~
                  - text
                  -
              tls:
                - hosts: ["*.example.com"]
            """;

    @Test
    void whatPeopleWriteIsPlain() throws BrokenYaml {
        assertThat(PlainYaml.read(MANIFEST)).contains(YamlReader.read(MANIFEST).getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a comment",
                "---",
                "text",
                "[a]",
                "{a: b}",
                "a: |\n  text",
                "a: >\n  text",
                "a: b\n c",
                "a: \"b\n c\"",
                "a: \"\\n\"",
                "a: 'it''s'",
                "a: &x b",
                "a: *x",
                "a: !!str b",
                "<<: {a: b}",
                "? a\n: b",
                "a: b: c",
                "a: b:",
                "a:\tb",
                "a: b\r\n",
                "a: é",
                "a: 1\na: 2",
                "a: {b: 1, b: 2}",
                "a: [b,]",
                "a: [b",
                "a: [b c]",
                "a: {b}",
                "a: {b: }",
                "a: {\"b\":c}",
                "- - a",
                "a: 1\n- b",
                "a:\n  b: 1\n c: 2",
                "- a\n  b: c",
                "%YAML 1.2\n---\na: b",
                "a: b\n...",
                "a: b\n---\nc: d",
                "--- a",
                "a: -",
                "a: -1",
                "a: @b",
                "a: `b",
                "a: %b",
                "a: ,",
                "a: ]",
                "a: \"b\"c",
                "a: \"b\"#c",
                "a: [b]#c",
                "\"a\" : b",
                "-a: b",
                "a:\n- b\n  - c",
                "a:\n  b",
                "*a : b",
                "a: #\n  b"
            })
    void whatIsNotPlainIsLeftToTheOther(String text) {
        assertThat(PlainYaml.read(text)).isEmpty();
    }

    @Test
    void nestingIsLimited() {
        assertThat(PlainYaml.read("a: " + "[".repeat(40) + "]".repeat(40))).isPresent();
        assertThat(PlainYaml.read("a: " + "[".repeat(60) + "]".repeat(60))).isEmpty();
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            deep.append(" ".repeat(i)).append("a:\n");
        }
        assertThat(PlainYaml.read(deep.toString())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverItReadsTheOtherReadsAlike(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> texts = Stream.concat(Stream.of(MANIFEST), fixtures()).toList();
        int plain = 0;
        for (int i = 0; i < 10_000; i++) {
            String text = mutate(texts.get(random.nextInt(texts.size())), random);
            Optional<Yaml> read = PlainYaml.read(text);
            if (read.isPresent()) {
                assertThat(reference(text)).as(text).isEqualTo(List.of(read.get()));
                plain++;
            }
        }
        assertThat(plain).isGreaterThan(1000);
    }

    private static List<Yaml> reference(String text) {
        try {
            return YamlReader.read(text);
        } catch (BrokenYaml e) {
            return List.of(new Yaml.Scalar("broken: " + e.getMessage(), true, e.line(), e.column()));
        }
    }

    /** Some characters go, come, are doubled or moved: mostly those that mean something in YAML. */
    private static String mutate(String text, Random random) {
        String marks = " \n\n  -:#[]{},\"'&*!|>%@`?~<=.a1/\\\t";
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0 && !mutated.isEmpty(); i--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(5)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, marks.charAt(random.nextInt(marks.length())));
                case 2 -> mutated.setCharAt(at, marks.charAt(random.nextInt(marks.length())));
                case 3 -> mutated.insert(at, "  ".repeat(1 + random.nextInt(2)));
                default -> {
                    int from = mutated.lastIndexOf("\n", at) + 1;
                    int to = Math.max(from, mutated.indexOf("\n", at) + 1);
                    mutated.insert(random.nextBoolean() ? 0 : to, mutated.substring(from, to));
                }
            }
        }
        return mutated.toString();
    }

    private static Stream<String> fixtures() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/io/portafilter/snapshot/folder"))) {
            List<Path> manifests = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            return manifests.stream()
                    .flatMap(file -> FileText.of(file) instanceof FileText.Text(String text)
                            ? Chunk.split(text).stream().map(Chunk::text)
                            : Stream.empty());
        }
    }
}
