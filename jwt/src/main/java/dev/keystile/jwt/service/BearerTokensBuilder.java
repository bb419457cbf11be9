package dev.keystile.jwt.service;

import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenRules;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.user.UserDirectory;
import java.time.Duration;

/** Collects the settings of {@link BearerTokens}; each method says its default. For one thread. */
public final class BearerTokensBuilder extends TokenServiceBuilder<BearerTokensBuilder> {

    private final String audience;
    private Duration lifetime = Duration.ofMinutes(30);

    BearerTokensBuilder(KeyRing keys, String issuer, String audience, TokenLedger ledger, UserDirectory users) {
        super(keys, issuer, ledger, users);
        this.audience = audience;
    }

    @Override
    BearerTokensBuilder self() {
        return this;
    }

    /** How long a token lives, in whole seconds; 30 minutes unless told otherwise. */
    public BearerTokensBuilder lifetime(Duration lifetime) {
        this.lifetime = lifetime;
        return this;
    }

    /**
     * The service.
     *
     * @throws IllegalArgumentException if the current key can't sign, or a setting is out of its bounds
     */
    public BearerTokens build() {
        return new BearerTokens(this);
    }

    TokenRules rules() {
        return commonRules(lifetime)
                .audience(audience)
                .withoutIssueTimes()
                .uuidTokenIds()
                .build();
    }
}
