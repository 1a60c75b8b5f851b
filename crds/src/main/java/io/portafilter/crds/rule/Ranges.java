package io.portafilter.crds.rule;

import io.portafilter.crds.net.Cidr;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists of texts that should be networks. A rule that needs networks says nothing of texts that are none: the form has a rule of its own. */
final class Ranges {
    private Ranges() {}

    /** Whether all are networks for which something holds; true where one is none. */
    static boolean all(List<String> texts, Predicate<List<Cidr>> holds) {
        return parsed(texts).map(holds::test).orElse(true);
    }

    /** All of them, or nothing. */
    static Optional<List<Cidr>> parsed(Collection<String> texts) {
        List<Cidr> networks =
                texts.stream().flatMap(text -> Cidr.parse(text).stream()).toList();
        return networks.size() == texts.size() ? Optional.of(networks) : Optional.empty();
    }

    /** Whether a text is a network without bits behind its prefix. */
    static boolean isCanonical(String text) {
        return Cidr.parse(text).filter(Cidr::isCanonical).isPresent();
    }

    /** Whether none of these overlaps any of those. */
    static boolean apart(List<Cidr> these, List<Cidr> those) {
        return these.stream().noneMatch(one -> those.stream().anyMatch(one::overlaps));
    }

    /** Whether the first two are of different families. */
    static boolean differentFamilies(List<Cidr> networks) {
        return networks.size() < 2
                || networks.get(0).family() != networks.get(1).family();
    }
}
