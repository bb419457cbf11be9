package dev.keystile.testkit.cli;

import picocli.CommandLine.Help.Ansi;

/** One stage of an explanation. */
record Finding(Mark mark, String stage, String detail) {

    private static final int WIDTH = 11;

    /** What came of a stage. */
    enum Mark {
        OK("ok", "green"),
        REFUSED("refused", "red"),
        CLAIMED("claimed", "yellow"),
        SKIPPED("skipped", "yellow");

        private final String word;
        private final String colour;

        Mark(String word, String colour) {
            this.word = word;
            this.colour = colour;
        }
    }

    static Finding of(boolean passed, String stage, String detail) {
        return new Finding(passed ? Mark.OK : Mark.REFUSED, stage, detail);
    }

    /** What was found may quote what somebody sent, so the colours stand around the mark alone. */
    String line(Ansi ansi) {
        String word = ansi.string("@|" + mark.colour + " " + mark.word + "|@");
        return word
                + " ".repeat(Math.max(1, 8 - mark.word.length()))
                + stage
                + " ".repeat(Math.max(1, WIDTH - stage.length()))
                + detail;
    }
}
