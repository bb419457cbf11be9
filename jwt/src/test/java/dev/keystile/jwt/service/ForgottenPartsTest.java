package dev.keystile.jwt.service;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.keystile.core.RandomBytes;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.store.memory.InMemoryTokenLedger;
import dev.keystile.store.memory.InMemoryUserDirectory;
import org.junit.jupiter.api.Test;

/** Who forgets a part that a service can't do without is told which one, and where to get one. */
class ForgottenPartsTest {

    private static final KeyRing RING = KeyRing.of(
            TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.generate(TokenAlgorithm.HS256, RandomBytes.secure())));

    private final InMemoryTokenLedger ledger = new InMemoryTokenLedger();
    private final InMemoryUserDirectory users = new InMemoryUserDirectory();

    @Test
    void noKey() {
        assertThatNullPointerException()
                .isThrownBy(() -> Tokens.builder(null, "https://example.com", ledger, users))
                .withMessageContaining("KeyRing.of(");
    }

    @Test
    void noIssuer() {
        assertThatNullPointerException()
                .isThrownBy(() -> BearerTokens.builder(RING, null, "shop", ledger, users))
                .withMessageContaining("issuer");
    }

    @Test
    void noLedger() {
        assertThatNullPointerException()
                .isThrownBy(() -> Tokens.builder(RING, "https://example.com", null, users))
                .withMessageContaining("new InMemoryTokenLedger()");
    }

    @Test
    void noUsers() {
        assertThatNullPointerException()
                .isThrownBy(() -> Tokens.builder(RING, "https://example.com", ledger, null))
                .withMessageContaining("new InMemoryUserDirectory()");
    }
}
