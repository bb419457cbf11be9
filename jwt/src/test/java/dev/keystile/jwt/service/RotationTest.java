package dev.keystile.jwt.service;

import static dev.keystile.jwt.fixture.TestServer.AUDIENCE;
import static dev.keystile.jwt.fixture.TestServer.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.RandomBytes;
import dev.keystile.fixture.RollingDeployment;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.fixture.TestServer;
import dev.keystile.jwt.fixture.TestUsers;
import dev.keystile.store.memory.InMemoryTokenLedger;
import dev.keystile.store.token.TokenLedger;
import dev.keystile.store.user.UserDirectory;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The runbook of docs/operations.md, carried out while clients go on: no request is refused. */
class RotationTest {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private final TokenKey fresh = key().withKid("fresh");
    private final TokenLedger ledger = new InMemoryTokenLedger();
    private final UserDirectory users = TestUsers.directory();

    /** Both dialects on one node. */
    private record Node(Tokens tokens, BearerTokens bearer) {}

    private static TokenKey key() {
        return TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.generate(TokenAlgorithm.HS256, RandomBytes.secure()));
    }

    /** Those who begin to rotate often have a key without a name. */
    static Stream<TokenKey> formerKeys() {
        return Stream.of(key().withKid("former"), key());
    }

    private Supplier<Node> with(KeyRing ring) {
        return () -> new Node(
                Tokens.builder(ring, ISSUER, ledger, users)
                        .passwordHasher(TestUsers.hasher())
                        .build(),
                BearerTokens.builder(ring, ISSUER, AUDIENCE, ledger, users)
                        .passwordHasher(TestUsers.hasher())
                        .build());
    }

    /** Logs in to both, then exchanges its tokens in every round; a third token lives from the beginning to the end. */
    private Runnable client(Supplier<Node> nodes) {
        String lasting = login(nodes);
        AtomicReference<String> token = new AtomicReference<>(login(nodes));
        AtomicReference<String> bearer =
                new AtomicReference<>(token(nodes.get().bearer().login(TestUsers.DEMO_NAME, TestUsers.PASSWORD)));
        return () -> {
            assertThat(nodes.get().tokens().verify(lasting)).isInstanceOf(TokenCaller.class);
            assertThat(nodes.get().tokens().verify(token.get())).isInstanceOf(TokenCaller.class);
            assertThat(nodes.get().bearer().verify(bearer.get())).isInstanceOf(TokenCaller.class);
            token.set(token(nodes.get().tokens().exchange(token.get())));
            bearer.set(token(nodes.get().bearer().exchange(bearer.get())));
            assertThat(nodes.get().tokens().verify(login(nodes))).isInstanceOf(TokenCaller.class);
        };
    }

    private static String login(Supplier<Node> nodes) {
        return token(nodes.get().tokens().login(TestUsers.DEMO_NAME, TestUsers.PASSWORD));
    }

    private static String token(Object grant) {
        assertThat(grant).isInstanceOf(TokenGrant.class);
        return TestServer.noted(((TokenGrant) grant).reveal());
    }

    @ParameterizedTest
    @MethodSource("formerKeys")
    void keysAreRotatedUnderLoad(TokenKey former) {
        try (RollingDeployment<Node> nodes = new RollingDeployment<>(with(KeyRing.of(former)), this::client)) {
            nodes.deploy(with(KeyRing.of(former).withRetired(fresh, LATER)));
            nodes.deploy(with(KeyRing.of(fresh).withRetired(former, LATER)));
        }
    }

    @ParameterizedTest
    @MethodSource("formerKeys")
    void theFormerKeyIsDroppedUnderLoadOnceItsTokensAreOver(TokenKey former) {
        try (RollingDeployment<Node> nodes =
                new RollingDeployment<>(with(KeyRing.of(fresh).withRetired(former, LATER)), this::client)) {
            nodes.deploy(with(KeyRing.of(fresh)));
        }
    }

    /** Why the first step can't be left out. */
    @Test
    void aNodeThatDoesNotKnowTheNewKeyYetRefusesItsTokens() {
        TokenKey former = key().withKid("former");
        Supplier<Node> ahead = with(KeyRing.of(fresh).withRetired(former, LATER));

        assertThat(with(KeyRing.of(former)).get().tokens().verify(login(ahead))).isEqualTo(TokenRefusal.INVALID);
    }
}
