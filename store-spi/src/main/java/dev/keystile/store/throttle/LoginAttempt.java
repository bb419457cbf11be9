package dev.keystile.store.throttle;

import dev.keystile.store.user.LoginName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * One attempt to log in, as a throttle sees it: under which keys it counts, and when it was made. Immutable; neither the name
 * nor the address can be got out of it.
 */
public final class LoginAttempt {

    private final AttemptKey account;
    private final Optional<AttemptKey> address;
    private final Optional<AttemptKey> pair;
    private final long atMillis;

    private LoginAttempt(String account, Optional<String> network, long atMillis) {
        this.account = AttemptKey.of("account", account);
        this.address = network.map(where -> AttemptKey.of("address", where));
        this.pair = network.map(where -> AttemptKey.of("pair", account, where));
        this.atMillis = atMillis;
    }

    /**
     * An attempt to log in as {@code name}.
     *
     * @param name as it was presented. Names that differ in case, width or surrounding blanks alone count as one, so that a
     *     directory that doesn't tell them apart gives nobody more attempts; and so do all that are too long to be anybody's
     * @param clientAddress as the adapter knows it; empty if it doesn't. All of an IPv6 /64 is one address
     * @param nowMillis the time of the attempt
     */
    public static LoginAttempt of(String name, String clientAddress, long nowMillis) {
        return new LoginAttempt(folded(name), ClientNetwork.of(clientAddress), nowMillis);
    }

    /** The name, from wherever. */
    public AttemptKey account() {
        return account;
    }

    /** The client's address, whatever the name; empty if it isn't known. */
    public Optional<AttemptKey> address() {
        return address;
    }

    /** The name from this address; empty if the address isn't known. */
    public Optional<AttemptKey> pair() {
        return pair;
    }

    /** When it was made. */
    public long atMillis() {
        return atMillis;
    }

    private static String folded(String name) {
        if (!LoginName.isFit(name)) {
            return "";
        }
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    @Override
    public String toString() {
        return "LoginAttempt[redacted]";
    }
}
