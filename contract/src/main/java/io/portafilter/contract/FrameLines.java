package io.portafilter.contract;

import com.fasterxml.jackson.core.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Frames as lines: the canonical JSON of one frame, then a line feed. JSON has no line feed within, so a line is a frame. The digest of
 * a put is checked here, over the bytes that came: what was read is then known to be what was sent, without writing it again.
 */
public final class FrameLines {
    private static final byte[] PUT = "{\"frame\":\"put\",\"digest\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OBJECT = "\",\"object\":".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST = 64;
    private static final int BEFORE_OBJECT = PUT.length + DIGEST + OBJECT.length;

    private FrameLines() {}

    /** The line of a frame, its line feed included. */
    public static byte[] write(Frame frame) {
        byte[] json = Json.write(frame);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    /**
     * Reads a line that comes down, with or without its line feed.
     *
     * @throws ContractException if it is not such a frame, or a put whose digest is not that of its object
     */
    public static Frame.Down readDown(byte[] line) {
        if (startsWith(line, PUT)) {
            return readPut(line);
        }
        Frame.Down frame = readOther(line);
        if (frame instanceof Frame.Put) {
            throw new ContractException("a put that is not in its canonical form, so its digest cannot be checked");
        }
        return frame;
    }

    /**
     * The digest that a line of a put names, whether or not it is that of its object.
     *
     * @return empty if the line is no put
     */
    public static Optional<Digest> digestOfPut(byte[] line) {
        return startsWith(line, PUT) && line.length > BEFORE_OBJECT ? Optional.of(digest(line)) : Optional.empty();
    }

    /** What is no JSON may be a piece of anything, so also of a key: the message quotes nothing of it. */
    private static Frame.Down readOther(byte[] line) {
        try {
            return Json.read(line, Frame.Down.class);
        } catch (ContractException e) {
            if (e.getCause() instanceof JsonParseException) {
                throw new ContractException("not a frame: " + line.length + " bytes that are no JSON");
            }
            throw e;
        }
    }

    /**
     * Reads a line that goes up, with or without its line feed.
     *
     * @throws ContractException if it is not such a frame
     */
    public static Frame.Up readUp(byte[] line) {
        return Json.read(line, Frame.Up.class);
    }

    private static Frame.Put readPut(byte[] line) {
        int end = line[line.length - 1] == '\n' ? line.length - 2 : line.length - 1;
        if (end <= BEFORE_OBJECT || line[end] != '}') {
            throw new ContractException("not a Put: " + line.length + " bytes that end in the middle of it");
        }
        byte[] object = Arrays.copyOfRange(line, BEFORE_OBJECT, end);
        Digest digest = digest(line);
        if (!Digest.of(object).equals(digest)) {
            throw new ContractException("the digest of a put is not that of its object");
        }
        return new Frame.Put(digest, Json.read(object, Published.class));
    }

    private static Digest digest(byte[] line) {
        return new Digest(new String(line, PUT.length, DIGEST, StandardCharsets.US_ASCII));
    }

    private static boolean startsWith(byte[] line, byte[] beginning) {
        return line.length > beginning.length
                && Arrays.equals(line, 0, beginning.length, beginning, 0, beginning.length);
    }
}
