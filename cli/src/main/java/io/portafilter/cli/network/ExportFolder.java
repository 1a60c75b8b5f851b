package io.portafilter.cli.network;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.TreeReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder that holds what a cluster says. */
public final class ExportFolder {
    private static final Pattern OBJECTS = Pattern.compile(".*\\.(yaml|yml|json)");
    private static final int DEEPEST = 8;

    private ExportFolder() {}

    /**
     * Reads a folder with everything below it, or one file.
     *
     * @throws IOException if the folder cannot be listed
     */
    public static Export read(Path place) throws IOException {
        List<ClusterObject> objects = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Map<String, String> logs = new TreeMap<>();
        for (Path file : files(place)) {
            String name = place.equals(file)
                    ? file.toString()
                    : place.relativize(file).toString();
            try {
                String text = Files.readString(file);
                if (isLog(file)) {
                    logs.put(name, text);
                } else {
                    TreeReader.Read read = TreeReader.read(name, text);
                    objects.addAll(read.objects());
                    problems.addAll(read.problems());
                }
            } catch (CharacterCodingException e) {
                problems.add(name + ": it is no text in UTF-8; remove it or export it again");
            } catch (IOException e) {
                problems.add(name + ": it cannot be read: " + e.getMessage());
            }
        }
        return new Export(Cluster.of(objects, logs), objects.isEmpty(), problems);
    }

    private static List<Path> files(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place, DEEPEST)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> isLog(file) || OBJECTS.matcher(lower(file)).matches())
                    .sorted()
                    .toList();
        }
    }

    private static boolean isLog(Path file) {
        return lower(file).endsWith(".log");
    }

    private static String lower(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
