package io.portafilter.network.corefile.plugin;

import io.portafilter.network.corefile.form.Version;
import io.portafilter.network.corefile.parse.Token;
import io.portafilter.network.corefile.problem.Place;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayList;
import java.util.List;

/** Hands a plugin's tokens to its reader as caddy's dispenser does: line by line, block by block, quirks included. */
final class StanzaReader {
    private final String plugin;
    private final List<Token> tokens;
    private final List<String> keys;
    private final List<Feature> features = new ArrayList<>();
    private int cursor = -1;
    private boolean inBlock;

    StanzaReader(String plugin, List<Token> tokens, List<String> keys) {
        this.plugin = plugin;
        this.tokens = tokens;
        this.keys = keys;
    }

    /** The keys of the server block. */
    List<String> keys() {
        return keys;
    }

    List<Feature> features() {
        return features;
    }

    boolean next() {
        if (cursor >= tokens.size() - 1) {
            return false;
        }
        cursor++;
        return true;
    }

    boolean nextArgument() {
        boolean first = cursor < 0;
        boolean same =
                !first && cursor < tokens.size() - 1 && tokens.get(cursor + 1).continues(tokens.get(cursor));
        return (first || same) && next();
    }

    /** Stands on the next word between braces; false at their end, and where there are none. */
    boolean nextInBlock() {
        if (inBlock) {
            inBlock = next() && !value().equals("}");
            return inBlock;
        }
        if (!nextArgument()) {
            return false;
        }
        if (!value().equals("{")) {
            cursor--;
            return false;
        }
        inBlock = next() && !value().equals("}");
        return inBlock;
    }

    /** The words up to the end of the line or an opening brace. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        while (nextArgument()) {
            if (value().equals("{")) {
                cursor--;
                break;
            }
            arguments.add(value());
        }
        return arguments;
    }

    /** The lines between the braces. */
    List<PluginOption> options() {
        List<PluginOption> options = new ArrayList<>();
        while (nextInBlock()) {
            String name = value();
            int line = line();
            options.add(new PluginOption(name, arguments(), line));
        }
        return options;
    }

    String value() {
        return cursor < 0 ? "" : tokens.get(cursor).text();
    }

    int line() {
        return cursor < 0 ? 0 : tokens.get(cursor).line();
    }

    /** Notes something that not every version has. */
    void uses(String name, int line, int minor, int patch) {
        features.add(new Feature(plugin, name, new Version(1, minor, patch), place(line)));
    }

    Refused refuse(Rule rule, int line, String value, String what, String remedy) {
        return new Refused(new Problem(rule, place(line), plugin, value, what, remedy));
    }

    Refused twice(String remedy) {
        return refuse(Rule.PLUGIN_TWICE, line(), "", "this plugin can only be used once per server block", remedy);
    }

    Refused unknown(PluginOption option, String remedy) {
        return refuse(Rule.OPTION_UNKNOWN, option.line(), option.name(), "unknown property", remedy);
    }

    Refused arguments(PluginOption option, String form) {
        return refuse(Rule.ARGUMENTS, option.line(), option.text(), "wrong argument count", "Write " + form);
    }

    Refused value(PluginOption option, String what, String remedy) {
        return refuse(Rule.VALUE, option.line(), option.text(), what, remedy);
    }

    private Place place(int line) {
        Token near = tokens.get(Math.clamp(cursor, 0, tokens.size() - 1));
        return new Place(near.file(), line);
    }
}
