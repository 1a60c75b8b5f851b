package io.portafilter.controller.leader;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A task that writes down what happens to it. */
final class Recorder implements LeaderTask {
    private final String name;
    private final List<String> log;

    Recorder(String name, List<String> log) {
        this.name = name;
        this.log = log;
    }

    static List<String> newLog() {
        return new CopyOnWriteArrayList<>();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void lead() throws InterruptedException {
        log.add(name + " leads");
        try {
            new CountDownLatch(1).await();
        } finally {
            log.add(name + " ends");
        }
    }

    @Override
    public void farewell() {
        log.add(name + " says farewell");
    }
}
