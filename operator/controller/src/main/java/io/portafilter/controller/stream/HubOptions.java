package io.portafilter.controller.stream;

/**
 * How much the hub holds for those who are behind.
 *
 * @param historySteps how many steps are kept for proxies that come back; at least 0
 * @param historyBytes how many bytes of lines they may have together; at least 0
 * @param queueSteps how many steps a subscriber may be behind; at least 1
 * @param queueBytes how many bytes may already wait for a subscriber when the next step comes; at least 0
 */
public record HubOptions(int historySteps, long historyBytes, int queueSteps, long queueBytes) {
    /** 1,024 steps and 16 MiB of history; 4,096 steps and 16 MiB for each subscriber. */
    public static final HubOptions DEFAULT = new HubOptions(1024, 16 << 20, 4096, 16 << 20);

    /** Checks the ranges. */
    public HubOptions {
        if (historySteps < 0 || historyBytes < 0 || queueSteps < 1 || queueBytes < 0) {
            throw new IllegalArgumentException("history and queues cannot be negative, nor a queue without a place");
        }
    }
}
