package io.portafilter.network.corefile.check;

import io.portafilter.network.corefile.problem.Problem;
import java.util.List;
import java.util.function.Consumer;

/** One thing that is looked at. */
interface Check {
    void check(List<Server> servers, CoreDns coreDns, Consumer<Problem> problems);
}
