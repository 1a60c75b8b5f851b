package io.portafilter.contract;

/** Frames as lines: the canonical JSON of one frame, then a line feed. JSON has no line feed within, so a line is a frame. */
public final class FrameLines {
    private FrameLines() {}

    /** The line of a frame, its line feed included. */
    public static byte[] write(Frame frame) {
        byte[] json = Json.write(frame);
        byte[] line = new byte[json.length + 1];
        System.arraycopy(json, 0, line, 0, json.length);
        line[json.length] = '\n';
        return line;
    }

    /**
     * Reads a line that comes down, with or without its line feed.
     *
     * @throws ContractException if it is not such a frame
     */
    public static Frame.Down readDown(byte[] line) {
        return Json.read(line, Frame.Down.class);
    }

    /**
     * Reads a line that goes up, with or without its line feed.
     *
     * @throws ContractException if it is not such a frame
     */
    public static Frame.Up readUp(byte[] line) {
        return Json.read(line, Frame.Up.class);
    }
}
