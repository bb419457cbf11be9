package dev.keystile.store.throttle;

import dev.keystile.core.UserId;
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

    private LoginAttempt(AttemptKey account, Optional<AttemptKey> address, Optional<AttemptKey> pair, long atMillis) {
        this.account = account;
        this.address = address;
        this.pair = pair;
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
        String account = folded(name);
        Optional<String> network = ClientNetwork.of(clientAddress);
        return new LoginAttempt(
                AttemptKey.of("account", account),
                network.map(where -> AttemptKey.of("address", where)),
                network.map(where -> AttemptKey.of("pair", account, where)),
                nowMillis);
    }

    /**
     * An exchange of a credential of {@code user}, counted as an attempt that has an account alone, and shares none with logins:
     * so a throttle that counts both keeps them apart.
     *
     * @param nowMillis the time of the exchange
     */
    public static LoginAttempt ofExchange(UserId user, long nowMillis) {
        AttemptKey account = AttemptKey.of("exchange", user.value());
        return new LoginAttempt(account, Optional.empty(), Optional.empty(), nowMillis);
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
