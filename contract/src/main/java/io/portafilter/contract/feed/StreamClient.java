package io.portafilter.contract.feed;

import io.portafilter.contract.ContractException;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Keeps a stream open to an operator and applies what comes down. Whatever goes wrong with it, what is in effect stays in effect.
 *
 * <pre>
 *   restore ─▶ start ─▶ open ─▶ frames, heartbeats ─▶ broken ─ wait ─▶ open …
 *     disk                └── applied, refused ──▶ (a thread of their own)
 * </pre>
 *
 * <p>Each line that was accepted goes to the disk as well, if there is a state folder. An operator that breaks the contract is asked for
 * everything again.
 */
public final class StreamClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamClient.class);

    private final StreamOptions options;
    private final Target target;
    private final Optional<LastGood> lastGood;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Backoff backoff;
    private final Complaint complaint = new Complaint(LOG, System::nanoTime);
    private final StreamTrack track = new StreamTrack();
    private final Refusals refusals = new Refusals();
    private final Feed feed = new Feed(this::apply);
    private final Thread thread = Thread.ofVirtual().name("portafilter-stream").unstarted(this::run);
    private boolean startOver;
    private long stepBytes;

    /**
     * A client that has not begun.
     *
     * @param target is called by one thread at a time
     * @param lastGood the state on disk, closed by its owner after this; empty to keep none
     */
    public StreamClient(StreamOptions options, Target target, Optional<LastGood> lastGood) {
        this.options = options;
        this.target = target;
        this.lastGood = lastGood;
        this.backoff = new Backoff(options.pace().shortestWait(), options.pace().longestWait(), random);
    }

    /** Applies what is on disk; whether there was anything that could be. To be called at most once, before {@link #start}. */
    public boolean restore() {
        return lastGood.flatMap(LastGood::read).filter(this::restore).isPresent();
    }

    private boolean restore(LastGoodState state) {
        try {
            state.objects().forEach(feed::accept);
            feed.accept(new Frame.Commit(state.version()));
            track.restored(state.version(), state.changed());
            LOG.warn(
                    "serving the state of {} from disk, version {}, {} objects, until an operator is reached",
                    state.changed(),
                    state.version(),
                    state.objects().size());
            return true;
        } catch (ContractException e) {
            lastGood.ifPresent(disk -> disk.reject(Sentence.of(e)));
            return false;
        }
    }

    /** Begins to look for an operator, and to write what comes to the disk; returns at once. */
    public void start() {
        lastGood.ifPresent(LastGood::start);
        thread.start();
    }

    /** How it stands. */
    public StreamStatus status() {
        return track.status();
    }

    private void run() {
        try {
            while (true) {
                Optional<Duration> retryAfter = attempt();
                feed.dropOpenStep();
                lastGood.ifPresent(LastGood::dropOpenStep);
                track.broke();
                Duration wait = backoff.next();
                Thread.sleep(
                        retryAfter.filter(asked -> asked.compareTo(wait) > 0).orElse(wait));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One stream from its opening to its end; when the operator wants to be asked again, if it said so. */
    private Optional<Duration> attempt() throws InterruptedException {
        try (OperatorClient operator = new OperatorClient(options)) {
            follow(operator.stream(known()));
        } catch (BrokenStream e) {
            complaint.say(e.level(), e.getMessage() + keeps());
            return e.retryAfter();
        } catch (ContractException e) {
            startOver = true;
            track.brokeContract();
            complaint.say(Level.ERROR, "the operator broke the contract: " + e.getMessage() + keeps());
        } catch (RuntimeException e) {
            startOver = true;
            LOG.error("a step could not be applied, because of a fault of Portafilter; please report it", e);
        }
        return Optional.empty();
    }

    private String keeps() {
        return feed.version().isPresent() ? "; what is served stays" : "; nothing is served yet";
    }

    /** What need not be sent: nothing counts after a mistake, or while the disk lacks something. */
    private Optional<Version> known() {
        boolean everything =
                startOver || lastGood.filter(LastGood::wantsEverything).isPresent();
        return everything ? Optional.empty() : feed.version();
    }

    private void follow(ResponseLines lines) throws BrokenStream, InterruptedException {
        track.opened();
        LOG.info("the stream of {} is open", options.operator());
        stepBytes = 0;
        try (Answers answers = new Answers(options, random)) {
            answers.add(refusals.summary(feed.version()));
            while (true) {
                byte[] line = lines.next();
                track.heard();
                if (line.length == 0) {
                    heartbeat();
                } else {
                    answers.add(take(line));
                }
            }
        }
    }

    private void heartbeat() throws BrokenStream {
        if (feed.stepIsOpen() || startOver) {
            return;
        }
        works();
        if (track.confirmed()) {
            LOG.info("the operator confirms that the state from disk is current");
        }
        if (lastGood.filter(LastGood::wantsEverything).isPresent()) {
            throw new BrokenStream("the state on disk has to be written anew, so everything is asked for again");
        }
    }

    private List<Frame.Up> take(byte[] line) throws BrokenStream {
        stepBytes += line.length;
        if (stepBytes > options.limits().stepBytes()) {
            throw new BrokenStream("a step is larger than " + options.limits().stepBytes() + " bytes");
        }
        Frame.Down frame = FrameLines.readDown(line);
        List<Frame.Up> answers = feed.accept(frame);
        lastGood.ifPresent(disk -> disk.take(frame, line));
        if (frame instanceof Frame.Commit commit) {
            stepBytes = 0;
            startOver = false;
            track.committed(commit.version());
            works();
        }
        return answers;
    }

    private void works() {
        backoff.reset();
        complaint.over();
    }

    private List<Frame.Refused> apply(Step step) {
        List<Frame.Refused> refused = target.apply(step);
        refusals.update(step, refused);
        track.refused(refusals.size());
        refused.forEach(one -> LOG.warn("{} cannot be used: {}", one.key(), one.reason()));
        return refused;
    }

    /** Ends the stream; what is in effect stays. Waits a few seconds for a step that is being applied. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            if (thread.getState() != Thread.State.NEW) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
