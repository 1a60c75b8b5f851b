package io.portafilter.proxy.admin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One page of the admin port; made anew for each request, on a virtual thread. */
@FunctionalInterface
public interface Page {
    /** What it says now. */
    Answer answer();

    /** Who writes a body while it is sent. */
    @FunctionalInterface
    interface Body {
        /**
         * Writes all of it.
         *
         * @throws IOException if whoever asked is gone
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param contentType for example {@code application/json}
     * @param body written when the head is gone, so what fails then can only end the connection
     */
    record Answer(int status, String contentType, Body body) {
        /** With a short text, sent in UTF-8. */
        public Answer(int status, String contentType, String text) {
            this(status, contentType, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }

        /** 200 with plain text. */
        public static Answer text(String body) {
            return new Answer(200, "text/plain; charset=utf-8", body);
        }

        /** 200 with JSON. */
        public static Answer json(String body) {
            return new Answer(200, "application/json", body);
        }
    }
}
