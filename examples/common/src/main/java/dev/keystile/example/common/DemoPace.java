package dev.keystile.example.common;

import dev.keystile.caa.service.CaaKeysBuilder;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.jwt.service.BearerTokensBuilder;
import dev.keystile.jwt.service.TokensBuilder;
import java.time.Duration;

/** How long what the examples grant is good for, and what a login costs. */
public enum DemoPace {
    /** Every default of the library. */
    USUAL(Duration.ofMinutes(5), 0) {
        @Override
        public PasswordHasher hasher() {
            return PasswordHasher.pbkdf2();
        }

        @Override
        void set(CaaKeysBuilder keys) {}

        @Override
        void set(TokensBuilder tokens) {}

        @Override
        void set(BearerTokensBuilder tokens) {}
    },
    /**
     * Everything is over within two minutes, a hundred users more are there, and their passwords are hashed next to nothing: to see
     * things expire, and for tests that run long and log in often.
     */
    HURRIED(Duration.ofSeconds(10), 100) {
        @Override
        public PasswordHasher hasher() {
            return Pbkdf2PasswordHasher.weakerThanRecommended(100, RandomBytes.secure());
        }

        @Override
        void set(CaaKeysBuilder keys) {
            keys.lifetime(SHORT);
        }

        @Override
        void set(TokensBuilder tokens) {
            tokens.lifetime(Duration.ofMinutes(1)).refreshWindow(Duration.ofMinutes(2));
        }

        @Override
        void set(BearerTokensBuilder tokens) {
            tokens.lifetime(SHORT);
        }
    };

    private static final Duration SHORT = Duration.ofSeconds(40);

    private final Duration sweepPause;
    private final int crowd;

    DemoPace(Duration sweepPause, int crowd) {
        this.sweepPause = sweepPause;
        this.crowd = crowd;
    }

    /** Hurried by {@code -Dhurry=true}, and usual unless told so. */
    public static DemoPace fromSystemProperties() {
        return Boolean.getBoolean("hurry") ? HURRIED : USUAL;
    }

    /** What hashes the passwords. */
    public abstract PasswordHasher hasher();

    /** How often the tables of a database are swept. */
    Duration sweepPause() {
        return sweepPause;
    }

    /** How many users there are beside the two of the demo. */
    int crowd() {
        return crowd;
    }

    abstract void set(CaaKeysBuilder keys);

    abstract void set(TokensBuilder tokens);

    abstract void set(BearerTokensBuilder tokens);
}
