package dev.keystile.testkit.conformance;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A server to run the suite against: where it is, what it mounts, whom it knows, and which settings differ from the defaults.
 * Made by {@link #at}; immutable. Whatever is left out is not guessed: the checks that need it are reported as not run, with
 * the reason.
 */
public final class ConformanceTarget {

    private final String name;
    private final URI server;
    private final String prefix;
    private final Set<Operation> mounted;
    private final TestUser user;
    private final @Nullable TestUser disabledUser;
    private final @Nullable ProtectedPath protectedPath;
    private final @Nullable UserSwitch userSwitch;
    private final @Nullable TokenFacts tokens;
    private final @Nullable TokenFacts bearer;
    private final @Nullable String profile;
    private final Duration keyLifetime;
    private final Duration signatureWindow;
    private final Duration graceWindow;
    private final Duration tokenLifetime;
    private final Duration tokenRefreshWindow;
    private final Set<Trait> traits;

    ConformanceTarget(ConformanceTargetBuilder settings) {
        this.name = settings.name;
        this.server = settings.server;
        this.prefix = settings.prefix;
        this.mounted = Set.copyOf(settings.mounted);
        this.user = settings.user;
        this.disabledUser = settings.disabledUser;
        this.protectedPath = settings.protectedPath;
        this.userSwitch = settings.userSwitch;
        this.tokens = settings.tokens;
        this.bearer = settings.bearer;
        this.profile = settings.profile;
        this.keyLifetime = settings.keyLifetime;
        this.signatureWindow = settings.signatureWindow;
        this.graceWindow = settings.graceWindow;
        this.tokenLifetime = settings.tokenLifetime;
        this.tokenRefreshWindow = settings.tokenRefreshWindow;
        this.traits = Set.copyOf(settings.traits);
    }

    /** The server at {@code server}, with everything mounted and every setting at its default, which {@code user} may log in to. */
    public static ConformanceTargetBuilder at(URI server, TestUser user) {
        return new ConformanceTargetBuilder(server, user);
    }

    /** What reports call the server. */
    public String name() {
        return name;
    }

    /** Its scheme, host and port. */
    public URI server() {
        return server;
    }

    /** What stands before every path of the contracts; empty, or such as {@code /v2}. */
    public String prefix() {
        return prefix;
    }

    /** Whether {@code operation} is mounted. */
    public boolean mounts(Operation operation) {
        return mounted.contains(operation);
    }

    /** The user who may log in. */
    public TestUser user() {
        return user;
    }

    /** A user who may not. */
    public Optional<TestUser> disabledUser() {
        return Optional.ofNullable(disabledUser);
    }

    /** The application's own endpoint behind the Caa check. */
    public Optional<ProtectedPath> protectedPath() {
        return Optional.ofNullable(protectedPath);
    }

    /** What disables the active user. */
    public Optional<UserSwitch> userSwitch() {
        return Optional.ofNullable(userSwitch);
    }

    /** What the {@code /tokens} dialect signs with. */
    public Optional<TokenFacts> tokens() {
        return Optional.ofNullable(tokens);
    }

    /** What the Bearer dialect signs with. */
    public Optional<TokenFacts> bearer() {
        return Optional.ofNullable(bearer);
    }

    /** What grants tell of the active user, as JSON text. */
    public Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    /** How far a signature's timestamp may be from the server's clock. */
    public Duration signatureWindow() {
        return signatureWindow;
    }

    /** How long a key pair lives. */
    public Duration keyLifetime() {
        return keyLifetime;
    }

    /** The grace window; zero where there is none. */
    public Duration graceWindow() {
        return graceWindow;
    }

    /** How long a token of the {@code /tokens} dialect lives. */
    public Duration tokenLifetime() {
        return tokenLifetime;
    }

    /** How long after its login a token of the {@code /tokens} dialect can be exchanged. */
    public Duration tokenRefreshWindow() {
        return tokenRefreshWindow;
    }

    /** Whether the server has {@code trait}. */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    @Override
    public String toString() {
        return "ConformanceTarget[" + name + ", " + server + prefix + "]";
    }

    /** Settings of a server that are off unless it turns them on. */
    public enum Trait {
        /** It accepts the legacy {@code SHA1_DIGEST}. */
        LEGACY_DIGEST,
        /** It refuses a signature that it has seen. */
        REPLAY_GUARD,
        /** A second login makes a second pair: the login policy isn't {@code REUSE}. The suite then logs in for every check. */
        PAIR_PER_LOGIN,
        /** Its tokens have a string in {@code sub}, though the user id is a number. */
        TEXT_SUBJECT,
        /** It answers 429 to many failed logins. */
        THROTTLE
    }

    /**
     * An application's own endpoint behind the Caa check, answering a verified {@code GET} with 200.
     *
     * @param path its path, prefix included
     * @param action the action that it is signed for
     */
    public record ProtectedPath(String path, String action) {}
}
