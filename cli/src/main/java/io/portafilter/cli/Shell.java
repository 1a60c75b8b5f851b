package io.portafilter.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command was started.
 *
 * @param in standard input
 * @param out for what was asked for
 * @param err for what is wrong
 * @param environment variables of the process
 */
record Shell(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {}
