package dev.keystile.jwt;

import dev.keystile.json.JsonWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of one issuer: the current one signs, retired ones still verify until a given instant.
 *
 * <p>A token names its key by {@code kid}; an unknown one is refused. A token without {@code kid} is checked with the ring's
 * default: the one key that has no {@code kid} itself or, where every key has one, the current key. A {@code kid} is data and
 * nothing else: it is looked up in a map, and no file, database or address is ever derived from it.
 *
 * <p>Immutable and safe for use by many threads; to rotate, make a new ring, and new issuers and verifiers with it.
 */
public final class KeyRing {

    /** @param untilMillis the first millisecond at which the key no longer verifies */
    private record Entry(TokenKey key, long untilMillis) {
        boolean verifiesAt(long nowMillis) {
            return nowMillis < untilMillis;
        }
    }

    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final List<Entry> entries;
    private final boolean mixed;
    private final Map<String, Entry> byKid;
    private final Entry withoutKid;

    private KeyRing(List<Entry> entries, boolean mixed) {
        this.entries = List.copyOf(entries);
        this.mixed = mixed;
        this.byKid = new HashMap<>();
        List<Entry> nameless = new ArrayList<>();
        for (Entry entry : entries) {
            Optional<String> kid = entry.key().kid();
            if (kid.isEmpty()) {
                nameless.add(entry);
            } else if (byKid.put(kid.get(), entry) != null) {
                throw indistinct("the kid " + kid.get());
            }
        }
        if (nameless.size() > 1) {
            throw indistinct("the lack of a kid");
        }
        this.withoutKid = nameless.isEmpty() ? entries.get(0) : nameless.get(0);
        requireOneKind();
    }

    /** A ring of {@code current} alone, which has no end. It signs if it can. */
    public static KeyRing of(TokenKey current) {
        return new KeyRing(List.of(new Entry(current, Long.MAX_VALUE)), false);
    }

    /**
     * This ring, with {@code retired} still verifying, but no longer signing, until {@code end}. Choose an end after the expiry
     * of the last token that the key has signed, and of its refresh window.
     *
     * @throws IllegalArgumentException if its {@code kid} is taken, or it is a secret among public keys or the reverse
     */
    public KeyRing withRetired(TokenKey retired, Instant end) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(retired, millisUpTo(end)));
        return new KeyRing(more, mixed);
    }

    /** In milliseconds, as far as they reach. */
    private static long millisUpTo(Instant end) {
        if (end.isAfter(LATEST)) {
            return Long.MAX_VALUE;
        }
        return end.isBefore(EARLIEST) ? Long.MIN_VALUE : end.toEpochMilli();
    }

    /**
     * This ring, allowed to hold secrets beside public keys, for the time of a migration from one to the other. Every key stays
     * bound to its own algorithm, so no public key is ever taken for a secret; still, a ring of one kind is easier to trust.
     */
    public KeyRing mixingSecretsAndPublicKeys() {
        return new KeyRing(entries, true);
    }

    /** The key that signs. */
    public TokenKey current() {
        return entries.get(0).key();
    }

    /**
     * The JWK Set (RFC 7517, section 5) of the public keys that verify at {@code now}, the current one first, as JSON. Secrets and
     * private halves are never in it.
     */
    public String publicKeySet(Instant now) {
        List<Map<String, Object>> keys = entries.stream()
                .filter(entry -> entry.verifiesAt(now.toEpochMilli()))
                .map(entry -> entry.key().publicJwk())
                .filter(jwk -> !jwk.isEmpty())
                .toList();
        return JsonWriter.write(Map.of("keys", keys));
    }

    /** Every key, those that have retired too, the current one first. */
    List<TokenKey> all() {
        List<TokenKey> keys = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            keys.add(entry.key());
        }
        return keys;
    }

    /** The key to check a token with that names {@code kid}, or names none. */
    Optional<TokenKey> find(Optional<String> kid, long nowMillis) {
        Entry entry = kid.isPresent() ? byKid.get(kid.get()) : withoutKid;
        return entry != null && entry.verifiesAt(nowMillis) ? Optional.of(entry.key()) : Optional.empty();
    }

    private static IllegalArgumentException indistinct(String shared) {
        return new IllegalArgumentException(
                "Two keys of the ring share " + shared + "; give every key a kid of its own by withKid.");
    }

    private void requireOneKind() {
        int secrets = 0;
        for (Entry entry : entries) {
            secrets += entry.key().algorithm().family() == TokenAlgorithm.Family.HMAC ? 1 : 0;
        }
        if (!mixed && secrets != 0 && secrets != entries.size()) {
            throw new IllegalArgumentException(
                    "A ring holds either secrets or public keys; call mixingSecretsAndPublicKeys first to migrate.");
        }
    }

    @Override
    public String toString() {
        return "KeyRing" + entries.stream().map(Entry::key).toList();
    }
}
