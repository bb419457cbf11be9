package dev.keystile.store.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a script is handed, in the order in which it unpacks it. */
final class Arguments {

    private final List<byte[]> values = new ArrayList<>();

    Arguments with(byte[] value) {
        values.add(value);
        return this;
    }

    Arguments with(String value) {
        return with(value.getBytes(StandardCharsets.UTF_8));
    }

    Arguments with(long value) {
        return with(Long.toString(value));
    }

    Arguments with(boolean value) {
        return with(value ? 1 : 0);
    }

    List<byte[]> list() {
        return List.copyOf(values);
    }
}
