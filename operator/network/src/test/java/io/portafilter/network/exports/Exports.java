package io.portafilter.network.exports;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.TreeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Clusters as people export them, one folder each. */
public final class Exports {
    /** Where they lie. */
    public static final Path ROOT = Path.of("src/test/resources/io/portafilter/network/exports");

    private Exports() {}

    /** The names of all. */
    public static List<String> names() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of them. */
    public static Cluster cluster(String name) {
        return cluster(files(name));
    }

    /** The files of one. */
    public static Map<String, String> files(String name) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(ROOT.resolve(name))) {
            for (Path file : all.filter(path -> path.toString().matches(".*\\.(yaml|log)"))
                    .toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** A cluster of these files. */
    public static Cluster cluster(Map<String, String> files) {
        List<ClusterObject> objects = new ArrayList<>();
        Map<String, String> logs = new TreeMap<>();
        files.forEach((file, text) -> {
            if (file.endsWith(".log")) {
                logs.put(file, text);
            } else {
                objects.addAll(TreeReader.read(file, text).objects());
            }
        });
        return Cluster.of(objects, logs);
    }
}
