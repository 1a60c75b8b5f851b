package io.portafilter.controller.leader;

/** What an attempt to get or to keep the lease came to. */
sealed interface Outcome {
    /** It is ours from now on for another term. */
    record Held() implements Outcome {}

    /** It is somebody else's. */
    record Others(String holder) implements Outcome {}

    /** Nobody knows. */
    record Failed(String reason) implements Outcome {}
}
