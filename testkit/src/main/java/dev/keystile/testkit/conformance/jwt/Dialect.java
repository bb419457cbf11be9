package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.TestUser;
import dev.keystile.testkit.conformance.TokenFacts;
import dev.keystile.testkit.conformance.probe.Answer;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.wire.WireResponse;
import java.time.Duration;
import java.util.Optional;

/** What the two kinds of token differ in. */
enum Dialect {
    TOKENS("tokens", Operation.TOKENS_LOGIN) {
        @Override
        TokenLogin loginOf(TestUser user) {
            return TokenLogin.atTokens(user.name(), user.password());
        }

        @Override
        TokenText login(ConformanceTarget target, WireResponse response) {
            return TokenGrants.tokensLogin(target, response);
        }

        @Override
        TokenText exchange(ConformanceTarget target, WireResponse response) {
            return TokenGrants.tokensExchange(target, response);
        }

        @Override
        Answer refusal() {
            return Answers.INVALID_TOKEN;
        }

        @Override
        Optional<TokenFacts> facts(ConformanceTarget target) {
            return target.tokens();
        }

        @Override
        Need secret() {
            return Need.TOKENS_SECRET;
        }

        @Override
        Duration lifetime(ConformanceTarget target) {
            return target.tokenLifetime();
        }
    },

    BEARER("bearer", Operation.BEARER_LOGIN) {
        @Override
        TokenLogin loginOf(TestUser user) {
            return TokenLogin.atBearer(user.name(), user.password());
        }

        @Override
        TokenText login(ConformanceTarget target, WireResponse response) {
            return TokenGrants.bearerLogin(response);
        }

        @Override
        TokenText exchange(ConformanceTarget target, WireResponse response) {
            return TokenGrants.bearerExchange(response);
        }

        @Override
        Answer refusal() {
            return Answers.BEARER_REVOKED;
        }

        @Override
        Optional<TokenFacts> facts(ConformanceTarget target) {
            return target.bearer();
        }

        @Override
        Need secret() {
            return Need.BEARER_SECRET;
        }

        @Override
        Duration lifetime(ConformanceTarget target) {
            return Duration.ofMinutes(30);
        }
    };

    private final String id;
    private final Operation login;

    Dialect(String id, Operation login) {
        this.id = id;
        this.login = login;
    }

    /** What ids of checks call it. */
    String id() {
        return id;
    }

    /** Its login. */
    Operation login() {
        return login;
    }

    abstract TokenLogin loginOf(TestUser user);

    /** The token that a login got. */
    abstract TokenText login(ConformanceTarget target, WireResponse response);

    /** The token that an exchange got. */
    abstract TokenText exchange(ConformanceTarget target, WireResponse response);

    /** What a token gets that can't be exchanged. */
    abstract Answer refusal();

    /** What it signs with, if that is known. */
    abstract Optional<TokenFacts> facts(ConformanceTarget target);

    /** That it is known what it signs with. */
    abstract Need secret();

    /** How long a token lives. */
    abstract Duration lifetime(ConformanceTarget target);
}
