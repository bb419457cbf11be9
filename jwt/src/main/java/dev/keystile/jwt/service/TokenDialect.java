package dev.keystile.jwt.service;

import dev.keystile.event.AuthEvent;
import dev.keystile.jwt.GenuineToken;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the two dialects tell apart: how a token names its user. */
enum TokenDialect {
    /** {@code sub} is the user's id. */
    TOKENS("tokens", AuthEvent.Scheme.TOKENS) {
        @Override
        String subjectOf(UserAccount account) {
            return account.id().value();
        }

        @Override
        Optional<UserAccount> find(GenuineToken token, UserDirectory users) {
            return Users.byId(token.subject(), users);
        }
    },

    /** {@code sub} is the user's name, {@code uid} the id. A token without {@code uid}, of a former issuer, is told by the name. */
    BEARER("bearer", AuthEvent.Scheme.BEARER) {
        @Override
        String subjectOf(UserAccount account) {
            return account.name();
        }

        @Override
        Map<String, @Nullable Object> claimsOf(UserAccount account) {
            return Collections.singletonMap(USER_ID, account.id().value());
        }

        @Override
        Optional<UserAccount> find(GenuineToken token, UserDirectory users) {
            return token.customClaims().containsKey(USER_ID)
                    ? token.customText(USER_ID).flatMap(id -> Users.byId(id, users))
                    : Users.byName(token.subject(), users);
        }
    };

    static final String USER_ID = "uid";

    private final String kind;
    private final AuthEvent.Scheme scheme;

    TokenDialect(String kind, AuthEvent.Scheme scheme) {
        this.kind = kind;
        this.scheme = scheme;
    }

    /** How the ledger keeps this dialect's tokens apart. */
    String kind() {
        return kind;
    }

    /** What events call it. */
    AuthEvent.Scheme scheme() {
        return scheme;
    }

    abstract String subjectOf(UserAccount account);

    abstract Optional<UserAccount> find(GenuineToken token, UserDirectory users);

    /** The claims of the dialect's own that name the user; not to be changed. */
    Map<String, @Nullable Object> claimsOf(UserAccount account) {
        return Map.of();
    }
}
