package io.portafilter.controller;

import io.portafilter.compiler.CompilerOptions;
import io.portafilter.controller.watch.Scope;
import java.time.Duration;

/**
 * What is compiled, and how.
 *
 * @param compiler how Ingresses are understood
 * @param scope whose Ingresses
 * @param fullCompile how often the incremental compilation is compared with one from scratch; zero for never
 */
record CompilingOptions(CompilerOptions compiler, Scope scope, Duration fullCompile) {}
