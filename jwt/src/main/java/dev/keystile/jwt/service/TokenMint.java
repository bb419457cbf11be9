package dev.keystile.jwt.service;

import dev.keystile.jwt.GenuineToken;
import dev.keystile.jwt.IssuedToken;
import dev.keystile.jwt.TokenIssuer;
import dev.keystile.jwt.TokenRules;
import dev.keystile.store.user.UserAccount;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the tokens of one dialect, with what is true of their users at that time. */
final class TokenMint {

    private final TokenDialect dialect;
    private final TokenIssuer issuer;
    private final Function<UserAccount, Map<String, ? extends @Nullable Object>> claims;

    TokenMint(TokenDialect dialect, TokenRules rules, TokenServiceBuilder<?> settings) {
        this.dialect = dialect;
        this.issuer = new TokenIssuer(settings.keys, rules, settings.clock, settings.random);
        this.claims = settings.claims;
    }

    /** The first token of a login that began at {@code loginAt}. */
    IssuedToken first(UserAccount account, Instant loginAt) {
        return issuer.issue(dialect.subjectOf(account), claimsOf(account), loginAt);
    }

    IssuedToken successor(GenuineToken spent, UserAccount account) {
        return issuer.issueSuccessor(spent, dialect.subjectOf(account), claimsOf(account));
    }

    private Map<String, @Nullable Object> claimsOf(UserAccount account) {
        Map<String, ? extends @Nullable Object> own = claims.apply(account);
        if (own.isEmpty()) {
            return dialect.claimsOf(account);
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(dialect.claimsOf(account));
        own.forEach((name, value) -> {
            if (all.containsKey(name)) {
                throw new IllegalArgumentException("A custom claim can't be named \"" + name
                        + "\": the dialect names its user by that one; choose another name.");
            }
            all.put(name, value);
        });
        return all;
    }
}
