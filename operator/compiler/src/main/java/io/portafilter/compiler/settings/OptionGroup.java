package io.portafilter.compiler.settings;

import io.portafilter.compiler.catalogue.Absence;
import io.portafilter.compiler.catalogue.Entry;
import io.portafilter.compiler.catalogue.Format;
import io.portafilter.compiler.catalogue.Formats;
import io.portafilter.compiler.catalogue.Status;
import java.util.List;

/**
 * Options that belong together.
 *
 * @param title heading in the documentation
 * @param options in the order of the documentation
 */
record OptionGroup(String title, List<Entry> options) {
    static OptionGroup of(String title, Entry... options) {
        return new OptionGroup(title, List.of(options));
    }

    static Entry built(String name, Format format, String about) {
        return Entry.of(name, format, new Status.Built(), about);
    }

    static Entry later(Absence absence, String name, Format format, String about) {
        return Entry.of(name, format, new Status.Later(absence), about);
    }

    static Entry snippet(String name, String about) {
        return Entry.of(name, Formats.ANYTHING, new Status.Snippet(), about);
    }

    static Entry never(String name, String about, String why) {
        return Entry.of(name, Formats.ANYTHING, new Status.Never(why), about);
    }
}
