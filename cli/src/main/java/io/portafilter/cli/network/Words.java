package io.portafilter.cli.network;

/** Words for people. */
final class Words {
    private Words() {}

    /** A number and what it counts. */
    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
