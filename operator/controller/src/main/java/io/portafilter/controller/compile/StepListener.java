package io.portafilter.controller.compile;

import io.portafilter.compiler.Compilation;
import io.portafilter.contract.Frame;
import java.util.List;

/** Is told of each step of the compile loop, on its thread: must return soon and must not wait for anything. */
@FunctionalInterface
public interface StepListener {
    /**
     * A step was made.
     *
     * @param compilation what the compiler made of the changes
     * @param frames what proxies have to know, closed by a commit; empty if nothing that is published changed
     * @param view everything after the step
     */
    void stepped(Compilation compilation, List<Frame.Down> frames, View view);
}
