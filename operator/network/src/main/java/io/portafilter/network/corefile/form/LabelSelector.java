package io.portafilter.network.corefile.form;

import com.google.re2j.Pattern;

/** Selectors of labels as kubectl takes them: {@code env in (a, b),app=x,!legacy}. */
public final class LabelSelector {
    private static final String KEY =
            "(?:[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
    private static final String VALUE = "(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?";
    private static final String VALUES = "\\(\\s*" + VALUE + "(?:\\s*,\\s*" + VALUE + ")*\\s*\\)";
    private static final String REQUIREMENT = "\\s*(?:!\\s*" + KEY + "|" + KEY + "(?:\\s*(?:==|=|!=)\\s*" + VALUE
            + "|\\s+(?:in|notin)\\s*" + VALUES + ")?)\\s*";
    private static final Pattern SELECTOR = Pattern.compile("\\s*|" + REQUIREMENT + "(?:," + REQUIREMENT + ")*");

    private LabelSelector() {}

    /** Whether Kubernetes takes it. */
    public static boolean isValid(String text) {
        return SELECTOR.matches(text);
    }
}
