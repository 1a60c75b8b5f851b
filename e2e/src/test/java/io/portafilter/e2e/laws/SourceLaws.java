package io.portafilter.e2e.laws;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The laws that source files can be asked about; each answers with what breaks it. */
final class SourceLaws {
    private static final int LONGEST = 500;
    private static final int LONGEST_MEDIAN = 80;
    private static final Pattern SENTENCE = Pattern.compile("(?s)/\\*\\*.*?[A-Za-z]{3,}.*?\\..*?\\*/.*");

    private SourceLaws() {}

    /** Law 4: every package says what lives there, and is null-marked. */
    static List<String> packagesWithoutInfo(Collection<Path> sources) {
        List<String> broken = new ArrayList<>();
        for (Path folder : folders(sources)) {
            Path info = folder.resolve("package-info.java");
            if (!Files.exists(info)) {
                broken.add(folder + " has no package-info.java");
                continue;
            }
            String text = House.read(info);
            if (!text.contains("@NullMarked")) {
                broken.add(info + " is not @NullMarked");
            }
            if (!SENTENCE.matcher(text).matches()) {
                broken.add(info + " has no sentence that says what lives there");
            }
        }
        return broken;
    }

    /** No file so long that nobody reads it, and most of them short. */
    static List<String> tooLong(Collection<Path> sources) {
        List<String> broken = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        for (Path file : sources) {
            int lines = Math.toIntExact(House.read(file).lines().count());
            lengths.add(lines);
            if (lines > LONGEST) {
                broken.add(file + " has " + lines + " lines, more than " + LONGEST);
            }
        }
        int median =
                lengths.stream().sorted().skip(lengths.size() / 2).findFirst().orElse(0);
        if (median > LONGEST_MEDIAN) {
            broken.add("the median of all source files is " + median + " lines, more than " + LONGEST_MEDIAN);
        }
        return broken;
    }

    private static Set<Path> folders(Collection<Path> sources) {
        Set<Path> folders = new TreeSet<>();
        sources.forEach(source -> folders.add(source.toAbsolutePath().getParent()));
        return folders;
    }
}
