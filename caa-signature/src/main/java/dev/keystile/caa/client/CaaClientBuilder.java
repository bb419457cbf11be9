package dev.keystile.caa.client;

import dev.keystile.caa.CaaAction;
import dev.keystile.caa.CaaAlgorithm;
import dev.keystile.core.ApiKeyPair;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Collects the settings of a client; each method says its default. For one thread. */
public final class CaaClientBuilder {

    private static final Duration LONGEST_CORRECTION = Duration.ofDays(3660);
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI server;
    private final ApiKeyPair pair;
    private String refreshPath = "/api/user/refresh-keys";
    private String refreshAction = "user:refresh-keys";
    private Duration margin = Duration.ofHours(1);
    private Duration furthestCorrection = Duration.ofDays(1);
    private CaaAlgorithm algorithm = CaaAlgorithm.HMAC_SHA1;
    private Clock clock = Clock.systemUTC();
    private RenewalListener listener = renewed -> {};
    private boolean plainHttp;

    private ActionMapping actions = (method, uri) -> {
        throw new IllegalStateException("Nobody said what " + method
                + " requests are signed for; hand the action to send, or a mapping to the builder's actions.");
    };

    CaaClientBuilder(URI server, ApiKeyPair pair) {
        this.server = server;
        this.pair = pair;
    }

    /** Who is told of new pairs, to keep them; nobody unless told otherwise, and the login is then over with the process. */
    public CaaClientBuilder listener(RenewalListener listener) {
        this.listener = listener;
        return this;
    }

    /** What requests are signed for, where the caller of {@code send} doesn't say so; unless told, the caller has to. */
    public CaaClientBuilder actions(ActionMapping actions) {
        this.actions = actions;
        return this;
    }

    /**
     * Where pairs are refreshed, below the server's address; {@code /api/user/refresh-keys} for {@code user:refresh-keys} unless
     * told otherwise.
     *
     * @throws IllegalArgumentException if {@code path} doesn't begin with a slash, or {@code action} can't be signed
     */
    public CaaClientBuilder refreshingAt(String path, String action) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException(
                    "The path of the refresh begins with '/'; '" + path + "' does otherwise.");
        }
        this.refreshPath = path;
        this.refreshAction = CaaAction.requireFit(action);
        return this;
    }

    /**
     * How long before its end a pair is refreshed; an hour unless told otherwise. A pair that came from a refresh is used for
     * three quarters of its life in any case.
     *
     * @throws IllegalArgumentException if {@code margin} is negative
     */
    public CaaClientBuilder refreshingBefore(Duration margin) {
        if (margin.isNegative()) {
            throw new IllegalArgumentException(
                    "A pair is refreshed before its end, not after; " + margin + " is negative.");
        }
        this.margin = margin;
        return this;
    }

    /**
     * How far the server may correct this device's clock; a day unless told otherwise, which covers every wrong time zone. A
     * device without a clock of its own, which starts in 1970, needs more. Whoever can drive the clock forward collects signatures
     * that are good later, so allow no more than it takes.
     *
     * @throws IllegalArgumentException if it is negative, or ten years or more
     */
    public CaaClientBuilder correctingClockUpTo(Duration furthest) {
        if (furthest.isNegative() || furthest.compareTo(LONGEST_CORRECTION) > 0) {
            throw new IllegalArgumentException(
                    "A clock is corrected by up to ten years, not " + furthest + "; a day is enough for most devices.");
        }
        this.furthestCorrection = furthest;
        return this;
    }

    /** How requests are signed; {@code HMAC_SHA1}, which every server takes, unless told otherwise. */
    public CaaClientBuilder using(CaaAlgorithm algorithm) {
        this.algorithm = algorithm;
        return this;
    }

    /** This device's clock; the system's unless a test wants otherwise. */
    public CaaClientBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Allows plain HTTP to other machines. A refresh brings a secret key, and whoever listens has it; so without this, only
     * {@code https} and this machine itself are allowed.
     */
    public CaaClientBuilder allowingPlainHttp() {
        this.plainHttp = true;
        return this;
    }

    /**
     * A client on an {@code HttpClient} of its own.
     *
     * @throws IllegalArgumentException if the server's address is none, or plain HTTP to another machine
     */
    public CaaClient build() {
        return build(HttpClient.newBuilder().connectTimeout(CONNECT_PATIENCE).build());
    }

    /**
     * A client on {@code http}.
     *
     * @throws IllegalArgumentException as {@link #build()}, and if {@code http} follows redirects
     */
    public CaaClient build(HttpClient http) {
        return new CaaClient(http, session(CaaTransport.of(http)), new Origin(server), actions);
    }

    /**
     * A session for another HTTP client.
     *
     * @throws IllegalArgumentException as {@link #build()}
     */
    public CaaSession session(CaaTransport transport) {
        requireConfidential();
        String address = server.toString();
        String base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        SigningClock signing = new SigningClock(clock, furthestCorrection);
        return new CaaSession(
                new SessionSettings(
                        pair, URI.create(base + refreshPath), refreshAction, margin, algorithm, signing, listener),
                transport);
    }

    private void requireConfidential() {
        Origin origin = new Origin(server);
        if (!plainHttp
                && !origin.scheme().equals("https")
                && !LOOPBACK.contains(origin.host().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(server
                    + " is plain HTTP, and a refresh brings a secret key; use https, or say" + " allowingPlainHttp.");
        }
    }
}
