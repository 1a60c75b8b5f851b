package io.portafilter.network.corefile.render;

import io.portafilter.network.corefile.problem.Place;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with fields. */
final class Fields {
    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return problems;
    }

    void refuse(String field, Object value, String what, String remedy) {
        problems.add(new Problem(Rule.SETTING, new Place(field, 0), "setting", String.valueOf(value), what, remedy));
    }

    void range(String field, long value, long least, long most) {
        if (value < least || value > most) {
            refuse(field, value, "not between " + least + " and " + most, "Choose a number in between");
        }
    }

    void most(String field, int count, int most) {
        if (count > most) {
            refuse(field, count, "more than " + most + " entries", "Remove some");
        }
    }

    void note(Rule rule, String field, Object value, String what, String remedy) {
        problems.add(new Problem(rule, new Place(field, 0), "setting", String.valueOf(value), what, remedy));
    }
}
