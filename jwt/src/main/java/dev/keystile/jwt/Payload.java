package dev.keystile.jwt;

import dev.keystile.json.FlatReader;
import java.util.Arrays;

/** What was in an envelope: a part of an array whose other parts mean nothing any more. */
final class Payload {

    private final byte[] text;
    private final int start;
    private final int end;

    Payload(byte[] text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** A copy of it alone. */
    byte[] bytes() {
        return Arrays.copyOfRange(text, start, end);
    }

    FlatReader reader() {
        return new FlatReader(text, start, end);
    }
}
