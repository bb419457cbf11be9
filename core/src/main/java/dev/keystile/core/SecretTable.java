package dev.keystile.core;

import java.util.Map;
import java.util.Optional;

/**
 * The secrets of pairs that are known beforehand, by their api keys: for a gateway or a test harness that verifies signatures without a
 * credential store. To change one, make another table of all pairs and put it in the place of the former.
 *
 * <p>Key and secret lie side by side in one array, some 85 bytes a pair. So a look-up waits for memory once, however many pairs there
 * are; in a map of objects it waits for the entry, the key and the secret, one after the other. Immutable, safe for use by many
 * threads.
 */
public final class SecretTable {

    private static final int HALF_SLOT = 4;
    private static final int SLOT = 2 * HALF_SLOT;
    private static final int MOST = Integer.MAX_VALUE / SLOT / 2;

    /** Spreads keys that were chosen, by a test for instance, as well as keys that were drawn. */
    private static final int SPREAD = 0x9E3779B1;

    private final long[] slots;
    private final int size;

    /** Filled here, and not afterwards, so that every thread that has the table sees all of it. */
    private SecretTable(Map<ApiKey, ApiSecret> secrets) {
        size = secrets.size();
        slots = new long[(size + size / 3 + 1) * SLOT];
        secrets.forEach(this::put);
    }

    /**
     * A table of all {@code secrets}, which are copied.
     *
     * @throws IllegalArgumentException if a key is 32 bytes of zero, which is what memory holds that nobody has written to, or there
     *     are more than 134 million pairs
     */
    public static SecretTable of(Map<ApiKey, ApiSecret> secrets) {
        // Room is made for as many as there are, whoever adds more meanwhile.
        Map<ApiKey, ApiSecret> copy = Map.copyOf(secrets);
        if (copy.size() > MOST) {
            throw new IllegalArgumentException("A table holds at most " + MOST + " pairs, not " + copy.size()
                    + "; spread them over several, by the tag of their keys.");
        }
        return new SecretTable(copy);
    }

    /** The secret of {@code apiKey}, if it is in the table. */
    public Optional<ApiSecret> find(ApiKey apiKey) {
        int at = placeOf(apiKey);
        return isFree(at) ? Optional.empty() : Optional.of(new ApiSecret(slots, at + HALF_SLOT));
    }

    /** How many pairs there are. */
    public int size() {
        return size;
    }

    private void put(ApiKey apiKey, ApiSecret secret) {
        int at = placeOf(apiKey);
        apiKey.writeTo(slots, at);
        if (isFree(at)) {
            throw new IllegalArgumentException(
                    "An api key of 32 zero bytes was never drawn; look for where it wasn't set.");
        }
        secret.writeTo(slots, at + HALF_SLOT);
    }

    /** Where {@code apiKey} lies, or the free slot that it would lie in. At least a quarter of the slots is free, or the only one is. */
    private int placeOf(ApiKey apiKey) {
        long count = slots.length / SLOT;
        int spread = apiKey.hashCode() * SPREAD;
        int at = (int) ((Integer.toUnsignedLong(spread) * count) >>> Integer.SIZE) * SLOT;
        while (!isFree(at) && !apiKey.isAt(slots, at)) {
            at = at + SLOT < slots.length ? at + SLOT : 0;
        }
        return at;
    }

    /** Asked before anything is compared, so that a key of zeros is never found where nothing is. */
    private boolean isFree(int at) {
        return (slots[at] | slots[at + 1] | slots[at + 2] | slots[at + 3]) == 0;
    }

    /** The number of pairs alone. */
    @Override
    public String toString() {
        return "SecretTable[" + size + " pairs]";
    }
}
