package io.portafilter.controller.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Steps that nobody thought of. */
final class RandomSteps {
    private static final int SERVICES = 30;

    private final Random random;
    private final Steps steps;

    RandomSteps(Random random, Steps steps) {
        this.random = random;
        this.steps = steps;
    }

    void step() {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> steps.delete(service());
            case 3 -> steps.nothing();
            case 4 -> {
                List<String> some = new ArrayList<>();
                for (int i = random.nextInt(SERVICES); i >= 0; i--) {
                    some.add(service());
                }
                steps.put(some.stream().distinct().toList(), random.nextInt(4));
            }
            default -> steps.put(service(), random.nextInt(4));
        }
    }

    private String service() {
        return "service-" + random.nextInt(SERVICES);
    }
}
