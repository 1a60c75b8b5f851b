package io.portafilter.contract.feed;

import io.portafilter.contract.Frame;
import java.util.List;

/** Who applies configuration: the proxy's configuration thread. */
public interface Target {
    /**
     * Applies one commit as a whole.
     *
     * @return the objects that could not be taken, each with its reason; the others are in effect when this returns
     */
    List<Frame.Refused> apply(Step step);
}
