package dev.keystile.caa.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.Client;
import dev.keystile.caa.fixture.DumpingStore;
import dev.keystile.caa.fixture.LenientStore;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.caa.seal.SealingKeys;
import dev.keystile.codec.CanonicalBase64;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.fixture.IssuedSecrets;
import dev.keystile.store.memory.InMemoryCredentialStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A store that outlives the process gets nothing that lets anybody in, or the service isn't built. */
class SealedStoreTest {

    private final byte[] oldKey = RandomBytes.secure().next(32);
    private final byte[] newKey = RandomBytes.secure().next(32);
    private final DumpingStore store = new DumpingStore();

    @Test
    void aWholeLifeOverASealedStoreLeavesNoKeyAndNoSecretInIt() {
        TestServer server = sealedBy(SealingKeys.of(oldKey));
        IssuedSecrets issued = new IssuedSecrets();

        liveThrough(server, issued);

        assertThat(issued.foundIn(store.dump())).isEmpty();
    }

    @Test
    void theSameLifeUnsealedLeavesThem() {
        TestServer server = TestServer.over(store, TestUsers.directory(), CaaKeysBuilder::unsealed);
        IssuedSecrets issued = new IssuedSecrets();

        liveThrough(server, issued);

        assertThat(issued.foundIn(store.dump())).isNotEmpty();
    }

    @Test
    void aPairThatAFormerKeySealedLivesOnAndIsRenewedUnderTheCurrentOne() {
        Client client = sealedBy(SealingKeys.of(oldKey)).login();
        TestServer rotated = sealedBy(SealingKeys.of(newKey).alsoOpening(oldKey));
        Client renewed = rotated.granted(rotated.refreshKeys(client));

        assertThat(sealedBy(SealingKeys.of(newKey)).personal(renewed)).isEqualTo(TestServer.personalOfDemo());
    }

    @Test
    void aPairWhoseKeyTheRingHasLostIsAFailureAndNoCredentialDies() {
        Client client = sealedBy(SealingKeys.of(oldKey)).login();

        assertThat(sealedBy(SealingKeys.of(newKey)).refreshKeys(client)).isEqualTo(Answer.INTERNAL_SERVER_ERROR);
        assertThat(sealedBy(SealingKeys.of(oldKey)).refreshKeys(client).isOk()).isTrue();
    }

    @Test
    void theGraceWindowHandsOutTheSealedSuccessor() {
        TestServer server = sealedBy(SealingKeys.of(oldKey));
        Client spent = server.login();
        Answer granted = server.refreshKeys(spent);

        assertThat(server.refreshKeys(spent)).isEqualTo(granted);
    }

    @Test
    void aStoreThatOutlivesTheProcessNeedsADecisionOnSealing() {
        CaaKeysBuilder undecided = CaaKeys.builder(store, TestUsers.directory());

        assertThatIllegalStateException()
                .isThrownBy(undecided::build)
                .withMessageContainingAll("DumpingStore", "sealedBy", "unsealed()");
    }

    @Test
    void eitherDecisionWillDo() {
        assertThat(CaaKeys.builder(store, TestUsers.directory()).unsealed().build())
                .isNotNull();
        assertThat(CaaKeys.builder(store, TestUsers.directory())
                        .sealedBy(SealingKeys.of(oldKey))
                        .build())
                .isNotNull();
    }

    @Test
    void theInMemoryStoreNeedsNone() {
        assertThat(CaaKeys.builder(new InMemoryCredentialStore(), TestUsers.directory())
                        .build())
                .isNotNull();
    }

    @Test
    void theLastDecisionCounts() {
        TestServer server = TestServer.over(
                store, TestUsers.directory(), settings -> settings.unsealed().sealedBy(SealingKeys.of(oldKey)));
        IssuedSecrets issued = new IssuedSecrets();

        liveThrough(server, issued);

        assertThat(issued.foundIn(store.dump())).isEmpty();
    }

    /** Some engines find a key by another one that they think is equal; the pair's own key is compared again. */
    @Test
    void aPairThatALenientStoreFindsForAnotherKeyIsNotTaken() {
        TestServer server = TestServer.over(new LenientStore(), TestUsers.directory(), CaaKeysBuilder::unsealed);
        Client first = server.login();
        Client last = server.login(TestUsers.OTHER_MOBILE);
        Client mixed = Client.of(first.apiKey(), last.secretKey(), server.clock());

        assertThat(server.personal(last).isOk()).isTrue();
        assertThat(server.personal(mixed)).isEqualTo(Answer.API_KEY_NOT_FOUND);
    }

    private TestServer sealedBy(SealingKeys keys) {
        return TestServer.over(
                store,
                TestUsers.directory(),
                settings -> settings.sealedBy(keys)
                        .exchangePolicy(ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(60))));
    }

    private static void liveThrough(TestServer server, IssuedSecrets issued) {
        Client first = noted(issued, server.login());
        server.personal(first);
        Client second = noted(issued, server.granted(server.refreshKeys(first)));
        server.refreshKeys(first);
        server.logout(second);
        noted(issued, server.login());
    }

    /** Keys and secrets in every form, the bytes behind the base64 included. */
    private static Client noted(IssuedSecrets issued, Client client) {
        issued.note(CanonicalBase64.decode(client.apiKey()).orElseThrow());
        issued.note(CanonicalBase64.decode(client.secretKey()).orElseThrow());
        return client;
    }
}
