package dev.keystile.jwt.service;

import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenRules;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.user.UserDirectory;
import java.time.Duration;

/** Collects the settings of {@link Tokens}; each method says its default. For one thread. */
public final class TokensBuilder extends TokenServiceBuilder<TokensBuilder> {

    private Duration lifetime = Duration.ofDays(14);
    private Duration refreshWindow = Duration.ofDays(28);
    private boolean sliding;
    private boolean numericSubjects = true;
    private boolean nestedIssuer;

    TokensBuilder(KeyRing keys, String issuer, TokenLedger ledger, UserDirectory users) {
        super(keys, issuer, ledger, users);
    }

    @Override
    TokensBuilder self() {
        return this;
    }

    /**
     * How long a token lives; 20160 minutes, two weeks, unless told otherwise.
     *
     * @throws IllegalArgumentException unless it is a positive number of whole minutes: the grant tells it as such
     */
    public TokensBuilder lifetime(Duration lifetime) {
        this.lifetime = requireMinutes("lifetime", lifetime);
        return this;
    }

    /**
     * Until how long after the login a token may be exchanged, also when it has expired; 40320 minutes, four weeks, unless told
     * otherwise. Exchanges don't extend it.
     *
     * @throws IllegalArgumentException unless it is a positive number of whole minutes: the grant tells it as such
     */
    public TokensBuilder refreshWindow(Duration window) {
        this.refreshWindow = requireMinutes("refresh window", window);
        this.sliding = false;
        return this;
    }

    /** As {@link #refreshWindow}, but counted anew from every exchange: who keeps coming back is never logged out. */
    public TokensBuilder slidingRefreshWindow(Duration window) {
        refreshWindow(window);
        this.sliding = true;
        return this;
    }

    /**
     * Writes {@code sub} as a string always; unless told so, a canonical decimal id up to 2^53-1 is written as a number. Both are
     * accepted either way.
     */
    public TokensBuilder textSubjects() {
        this.numericSubjects = false;
        return this;
    }

    /** For migrations: accepts tokens whose {@code iss} is the issuer with a former token nested behind it. */
    public TokensBuilder acceptingNestedIssuer() {
        this.nestedIssuer = true;
        return this;
    }

    /**
     * The service.
     *
     * @throws IllegalArgumentException if the current key can't sign, or a setting is out of its bounds
     */
    public Tokens build() {
        return new Tokens(this);
    }

    TokenRules rules() {
        TokenRules.Builder rules =
                commonRules(lifetime).acceptingNumericSubjects().alphanumericTokenIds();
        if (sliding) {
            rules.slidingRefreshWindow(refreshWindow);
        } else {
            rules.refreshWindow(refreshWindow);
        }
        if (numericSubjects) {
            rules.numericSubjects();
        }
        if (nestedIssuer) {
            rules.acceptingNestedIssuer();
        }
        return rules.build();
    }

    private static Duration requireMinutes(String what, Duration duration) {
        if (duration.isNegative() || duration.isZero() || !duration.equals(Duration.ofMinutes(duration.toMinutes()))) {
            throw new IllegalArgumentException("The " + what
                    + " of the /tokens dialect is a positive number of whole minutes, not " + duration + ".");
        }
        return duration;
    }
}
