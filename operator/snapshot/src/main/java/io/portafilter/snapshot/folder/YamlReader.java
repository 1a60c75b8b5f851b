package io.portafilter.snapshot.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Makes trees of a text. They are built from the parser's events: the library's composer would resolve every scalar with regular
 * expressions, though few are read. Nesting is limited, and so is what aliases may add.
 */
final class YamlReader {
    /** How deep collections may nest. */
    static final int MAX_DEPTH = 200;

    /** How many nodes the aliases of one text may stand for. */
    static final int MAX_ALIASED = 100_000;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    private static final String MERGE = "<<";
    private static final String TAGS = "tag:yaml.org,2002:";

    private final Parser parser;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private long nodes;
    private long aliased;

    private record Anchored(Yaml yaml, long nodes) {}

    private YamlReader(String text) {
        this.parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
    }

    /**
     * The documents of a text.
     *
     * @throws BrokenYaml if the text is no YAML, nests too deep, or its aliases stand for too much
     */
    static List<Yaml> read(String text) throws BrokenYaml {
        try {
            return new YamlReader(text).documents();
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            String context = e.getContext() == null || e.getContext().isEmpty() ? "" : e.getContext() + ": ";
            throw new BrokenYaml(
                    mark.map(Mark::getLine).orElse(0), mark.map(Mark::getColumn).orElse(0), context + e.getProblem());
        } catch (ReaderException e) {
            String before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
            int line = (int) before.chars().filter(c -> c == '\n').count();
            throw new BrokenYaml(
                    line,
                    before.length() - before.lastIndexOf('\n') - 1,
                    String.format("the character U+%04X is not allowed in YAML", e.getCodePoint()));
        } catch (YamlEngineException e) {
            throw new BrokenYaml(0, 0, String.valueOf(e.getMessage()));
        }
    }

    private List<Yaml> documents() throws BrokenYaml {
        List<Yaml> documents = new ArrayList<>(1);
        while (parser.hasNext()) {
            Event event = parser.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                anchors.clear();
                documents.add(node(parser.next(), 0));
            }
        }
        return documents;
    }

    private Yaml node(Event event, int depth) throws BrokenYaml {
        nodes++;
        if (depth > MAX_DEPTH) {
            throw new BrokenYaml(line(event), column(event), "nested deeper than " + MAX_DEPTH + " levels");
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        long before = nodes;
        Yaml yaml = switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent start -> sequence(start, depth);
            case MappingStartEvent start -> mapping(start, depth);
            default -> throw new IllegalStateException("not the start of a node: " + event);
        };
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        if (anchor.isPresent()) {
            anchors.put(anchor.get(), new Anchored(yaml, nodes - before + 1));
        }
        return yaml;
    }

    private static Yaml.Scalar scalar(ScalarEvent event) {
        String tag = event.getTag().orElse("");
        boolean text = switch (tag) {
            case TAGS + "str", "!" -> true;
            case TAGS + "int", TAGS + "float", TAGS + "bool", TAGS + "null" -> false;
            default -> !event.isPlain();
        };
        return new Yaml.Scalar(event.getValue(), text, line(event), column(event));
    }

    private Yaml.Sequence sequence(SequenceStartEvent start, int depth) throws BrokenYaml {
        List<Yaml> items = new ArrayList<>();
        for (Event event = parser.next(); event.getEventId() != Event.ID.SequenceEnd; event = parser.next()) {
            items.add(node(event, depth + 1));
        }
        return new Yaml.Sequence(items, line(start), column(start));
    }

    private Yaml.Mapping mapping(MappingStartEvent start, int depth) throws BrokenYaml {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        List<Yaml> merges = new ArrayList<>(0);
        for (Event event = parser.next(); event.getEventId() != Event.ID.MappingEnd; event = parser.next()) {
            if (!(node(event, depth + 1) instanceof Yaml.Scalar key)) {
                throw new BrokenYaml(line(event), column(event), "the key of a mapping must be a text");
            }
            Yaml value = node(parser.next(), depth + 1);
            if (key.text().equals(MERGE) && !key.quoted()) {
                merges.add(value);
            } else if (entries.putIfAbsent(key.text(), value) != null) {
                throw new BrokenYaml(key.line(), key.column(), "the key \"" + key.text() + "\" stands here twice");
            }
        }
        for (Yaml merge : merges) {
            merge(entries, merge);
        }
        return new Yaml.Mapping(entries, line(start), column(start));
    }

    private static void merge(Map<String, Yaml> entries, Yaml from) throws BrokenYaml {
        switch (from) {
            case Yaml.Mapping mapping -> mapping.entries().forEach(entries::putIfAbsent);
            case Yaml.Sequence sequence -> {
                for (Yaml item : sequence.items()) {
                    merge(entries, item);
                }
            }
            case Yaml.Scalar scalar ->
                throw new BrokenYaml(scalar.line(), scalar.column(), "only a mapping can be merged with <<");
        }
    }

    private Yaml alias(AliasEvent event) throws BrokenYaml {
        Anchored anchored = anchors.get(event.getAlias());
        if (anchored == null) {
            throw new BrokenYaml(
                    line(event), column(event), "the alias *" + event.getAlias() + " has no anchor before it");
        }
        nodes += anchored.nodes();
        aliased += anchored.nodes();
        if (aliased > MAX_ALIASED) {
            throw new BrokenYaml(
                    line(event), column(event), "the aliases stand for more than " + MAX_ALIASED + " nodes");
        }
        return anchored.yaml();
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0);
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(0);
    }
}
