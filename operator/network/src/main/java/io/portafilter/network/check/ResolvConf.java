package io.portafilter.network.check;

import java.util.Arrays;
import java.util.List;

/**
 * A resolv.conf.
 *
 * @param nameservers who is asked
 * @param search the domains that are tried
 */
public record ResolvConf(List<String> nameservers, List<String> search) {
    /** Copies the lists. */
    public ResolvConf {
        nameservers = List.copyOf(nameservers);
        search = List.copyOf(search);
    }

    /** Reads a file; the last search line counts, as for the resolver. */
    public static ResolvConf parse(String text) {
        List<String[]> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#") && !line.startsWith(";"))
                .map(line -> line.split("\\s+"))
                .toList();
        return new ResolvConf(
                lines.stream()
                        .filter(words -> words[0].equals("nameserver") && words.length > 1)
                        .map(words -> words[1])
                        .toList(),
                lines.stream()
                        .filter(words -> words[0].equals("search") || words[0].equals("domain"))
                        .reduce((first, second) -> second)
                        .map(words -> Arrays.asList(words).subList(1, words.length))
                        .orElse(List.of()));
    }
}
