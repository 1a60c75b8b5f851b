package io.portafilter.proxy.admin;

/** One page of the admin port; made anew for each request, on a virtual thread. */
@FunctionalInterface
public interface Page {
    /** What it says now. */
    Answer answer();

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param contentType for example {@code application/json}
     * @param body sent in UTF-8
     */
    record Answer(int status, String contentType, String body) {
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
