package io.portafilter.controller.stream;

import io.portafilter.contract.Digest;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Key;
import io.portafilter.contract.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a subscriber is sent first, so that it has what the hub had when it came. */
sealed interface Start {
    void writeTo(OutputStream out) throws IOException;

    /** It has the newest version. */
    record Nothing() implements Start {
        @Override
        public void writeTo(OutputStream out) {
            // The steps that come will follow on what it has.
        }
    }

    /** It has a recent version. */
    record Missing(List<StepLines> steps) implements Start {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            for (StepLines step : steps) {
                step.writeTo(out);
            }
        }
    }

    /** Nobody knows what it has. Lines are made while they are sent: all of them at once may be a hundred megabytes. */
    record Everything(Map<Key, Frame.Put> objects, Version version) implements Start {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            SortedMap<Key, Frame.Put> sorted = new TreeMap<>(objects);
            SortedMap<Key, Digest> digests = new TreeMap<>();
            sorted.forEach((key, put) -> digests.put(key, put.digest()));
            out.write(FrameLines.write(new Frame.Inventory(Frame.CONTRACT, digests)));
            for (Frame.Put put : sorted.values()) {
                out.write(FrameLines.write(put));
            }
            out.write(FrameLines.write(new Frame.Commit(version)));
        }
    }
}
