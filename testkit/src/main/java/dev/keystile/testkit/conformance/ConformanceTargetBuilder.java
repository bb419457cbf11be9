package dev.keystile.testkit.conformance;

import dev.keystile.testkit.conformance.ConformanceTarget.ProtectedPath;
import dev.keystile.testkit.conformance.ConformanceTarget.Trait;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is known of a server; each method says what holds without it. For one thread. */
public final class ConformanceTargetBuilder {

    private static final Duration LONGEST_GRACE = Duration.ofSeconds(60);

    final URI server;
    final TestUser user;
    final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    String name;
    String prefix = "";
    Set<Operation> mounted = EnumSet.allOf(Operation.class);
    Duration keyLifetime = Duration.ofDays(3);
    Duration signatureWindow = Duration.ofMinutes(5);
    Duration graceWindow = Duration.ZERO;
    Duration tokenLifetime = Duration.ofDays(14);
    Duration tokenRefreshWindow = Duration.ofDays(28);

    @Nullable
    TestUser disabledUser;

    @Nullable
    ProtectedPath protectedPath;

    @Nullable
    UserSwitch userSwitch;

    @Nullable
    String profile;

    @Nullable
    TokenFacts tokens;

    @Nullable
    TokenFacts bearer;

    ConformanceTargetBuilder(URI server, TestUser user) {
        this.server = server;
        this.user = user;
        this.name = server.getAuthority();
    }

    /** What reports call the server; its host and port unless told otherwise. */
    public ConformanceTargetBuilder name(String name) {
        this.name = name;
        return this;
    }

    /**
     * What stands before every path of the contracts; nothing unless told otherwise.
     *
     * @throws IllegalArgumentException if it doesn't begin with a slash, or ends with one
     */
    public ConformanceTargetBuilder under(String prefix) {
        if (!prefix.startsWith("/") || prefix.endsWith("/")) {
            throw new IllegalArgumentException(
                    "A path prefix begins with '/' and doesn't end with one; '" + prefix + "' does otherwise.");
        }
        this.prefix = prefix;
        return this;
    }

    /**
     * What is mounted; everything unless told otherwise.
     *
     * @throws IllegalArgumentException if it is nothing
     */
    public ConformanceTargetBuilder mounting(Set<Operation> operations) {
        this.mounted = EnumSet.copyOf(operations);
        return this;
    }

    /** A user whose password is right and who is disabled. */
    public ConformanceTargetBuilder disabledUser(TestUser user) {
        this.disabledUser = user;
        return this;
    }

    /** A {@code GET} endpoint of the application behind the Caa check; many checks are cheaper with it, some need it. */
    public ConformanceTargetBuilder protectedEndpoint(String path, String action) {
        this.protectedPath = new ProtectedPath(path, action);
        return this;
    }

    /** What disables the active user, where the test can reach into the server. */
    public ConformanceTargetBuilder userSwitch(UserSwitch userSwitch) {
        this.userSwitch = userSwitch;
        return this;
    }

    /** What the {@code /tokens} dialect signs with. */
    public ConformanceTargetBuilder tokens(TokenFacts facts) {
        this.tokens = facts;
        return this;
    }

    /** What the Bearer dialect signs with. */
    public ConformanceTargetBuilder bearer(TokenFacts facts) {
        this.bearer = facts;
        return this;
    }

    /** How long a key pair lives; three days unless told otherwise. */
    public ConformanceTargetBuilder keyLifetime(Duration lifetime) {
        this.keyLifetime = lifetime;
        return this;
    }

    /** How far a signature's timestamp may be from the server's clock; five minutes unless told otherwise. */
    public ConformanceTargetBuilder signatureWindow(Duration window) {
        this.signatureWindow = window;
        return this;
    }

    /** What the directory tells of the active user, as the JSON text that grants have; not looked at unless told. */
    public ConformanceTargetBuilder profile(String json) {
        this.profile = json;
        return this;
    }

    /**
     * The grace window; none unless told otherwise. The suite takes it for open throughout a check, so make it ten seconds or
     * more.
     *
     * @throws IllegalArgumentException if it is shorter than ten seconds or longer than sixty
     */
    public ConformanceTargetBuilder graceWindow(Duration window) {
        if (window.compareTo(Duration.ofSeconds(10)) < 0 || window.compareTo(LONGEST_GRACE) > 0) {
            throw new IllegalArgumentException("A grace window to test has 10 to 60 seconds, not " + window + ".");
        }
        this.graceWindow = window;
        return this;
    }

    /** The {@code ttl} and {@code refresh_ttl} of the {@code /tokens} dialect; 20160 and 40320 minutes unless told otherwise. */
    public ConformanceTargetBuilder tokenLifetimes(Duration lifetime, Duration refreshWindow) {
        this.tokenLifetime = lifetime;
        this.tokenRefreshWindow = refreshWindow;
        return this;
    }

    /** A setting that the server has turned on. */
    public ConformanceTargetBuilder with(Trait trait) {
        traits.add(trait);
        return this;
    }

    /** The target. */
    public ConformanceTarget build() {
        return new ConformanceTarget(this);
    }
}
