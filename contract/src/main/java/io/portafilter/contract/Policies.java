package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * At most one policy of each kind, sorted by kind. In JSON an array.
 *
 * @param list the policies
 */
public record Policies(@JsonValue List<Policy<?>> list) {
    private static final Comparator<Policy<?>> ORDER =
            Comparator.comparing(policy -> policy.getClass().getSimpleName());

    /** No policy at all. */
    public static final Policies NONE = new Policies(List.of());

    /** Sorts and copies; refuses two of a kind. */
    @JsonCreator
    public Policies {
        list = list.stream().sorted(ORDER).toList();
        for (int i = 1; i < list.size(); i++) {
            if (list.get(i).getClass() == list.get(i - 1).getClass()) {
                throw new IllegalArgumentException(
                        "two policies of the kind " + list.get(i).getClass().getSimpleName());
            }
        }
    }

    /** These policies. */
    public static Policies of(Policy<?>... policies) {
        return new Policies(List.of(policies));
    }

    /** The policy of this kind. */
    public <P extends Policy<P>> Optional<P> get(Class<P> kind) {
        return list.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Every kind of either side; values that are missing here come from the parent. */
    public Policies inherit(Policies parent) {
        List<Policy<?>> merged = new ArrayList<>();
        for (Policy<?> own : list) {
            merged.add(inheritFrom(parent, own));
        }
        parent.list.stream().filter(policy -> !has(policy.getClass())).forEach(merged::add);
        return new Policies(merged);
    }

    /** The policies that protect somebody. */
    public Policies protecting() {
        return new Policies(list.stream().filter(Policy::protects).toList());
    }

    private boolean has(Class<?> kind) {
        return list.stream().anyMatch(kind::isInstance);
    }

    private static <P extends Policy<P>> P inheritFrom(Policies parent, Policy<P> own) {
        @SuppressWarnings(
                "unchecked") // P is the policy's own class: the interface is self-typed and sealed over records
        P self = (P) own;
        @SuppressWarnings("unchecked")
        Class<P> kind = (Class<P>) own.getClass();
        return parent.get(kind).map(self::inherit).orElse(self);
    }

    /** The policies one by one. */
    public Stream<Policy<?>> stream() {
        return list.stream();
    }
}
