package io.portafilter.controller;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be ended, the latest first. What fails to end keeps nothing else from it. */
final class Endings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final Deque<Ending> endings = new ArrayDeque<>();

    private record Ending(String what, AutoCloseable how) {}

    synchronized void add(String what, AutoCloseable how) {
        endings.push(new Ending(what, how));
    }

    @Override
    public synchronized void close() {
        while (!endings.isEmpty()) {
            Ending ending = endings.pop();
            try {
                ending.how().close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.warn("{} did not end as it should", ending.what(), e);
            }
        }
    }
}
