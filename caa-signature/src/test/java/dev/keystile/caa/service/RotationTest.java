package dev.keystile.caa.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.caa.CaaAlgorithm;
import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.CaaVerifier;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.caa.seal.SealingKeys;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.fixture.RollingDeployment;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.StoreException;
import dev.keystile.store.memory.InMemoryCredentialStore;
import dev.keystile.store.user.UserDirectory;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The runbooks of docs/operations.md, carried out while clients go on: no request is refused. */
class RotationTest {

    private static final String ACTION = "user:personal-profile";
    private static final String REFRESH = "user:refresh-keys";
    private static final String LOGOUT = "user:logout";

    private final byte[] oldKey = RandomBytes.secure().next(32);
    private final byte[] newKey = RandomBytes.secure().next(32);
    private final CredentialStore store = new InMemoryCredentialStore();
    private final UserDirectory users = TestUsers.directory();
    private final AtomicReference<CaaAlgorithm> signing = new AtomicReference<>(CaaAlgorithm.HMAC_SHA1);

    private CaaKeys node(SealingKeys sealing, CaaVerifier verifier) {
        return CaaKeys.builder(store, users)
                .passwordHasher(TestUsers.hasher())
                .loginPolicy(LoginPolicy.independent(100))
                .sealedBy(sealing)
                .verifier(verifier)
                .build();
    }

    private Supplier<CaaKeys> sealedBy(SealingKeys sealing) {
        return () -> node(sealing, CaaVerifier.standard());
    }

    private Supplier<CaaKeys> accepting(Set<CaaAlgorithm> algorithms) {
        return () -> node(SealingKeys.of(oldKey), CaaVerifier.standard().accepting(algorithms));
    }

    /** Refreshes its pair in every round, and logs another one in and out; a third lives from the beginning to the end. */
    private Runnable client(Supplier<CaaKeys> nodes) {
        CaaSigner lasting = login(nodes.get());
        AtomicReference<CaaSigner> pair = new AtomicReference<>(login(nodes.get()));
        return () -> {
            authenticate(nodes.get(), lasting);
            authenticate(nodes.get(), pair.get());
            pair.set(refresh(nodes.get(), pair.get()));
            authenticate(nodes.get(), pair.get());
            logout(nodes.get(), login(nodes.get()));
        };
    }

    private static CaaSigner login(CaaKeys node) {
        return signer(node.login(TestUsers.DEMO_MOBILE, TestUsers.PASSWORD_MD5));
    }

    private void authenticate(CaaKeys node, CaaSigner signer) {
        assertThat(node.authenticate(ACTION, signer.using(signing.get()).sign(ACTION)))
                .isInstanceOf(AuthenticatedCaller.class);
    }

    private CaaSigner refresh(CaaKeys node, CaaSigner signer) {
        return signer(node.refresh(REFRESH, List.of(signer.using(signing.get()).sign(REFRESH))));
    }

    private void logout(CaaKeys node, CaaSigner signer) {
        assertThat(node.logout(LOGOUT, List.of(signer.using(signing.get()).sign(LOGOUT))))
                .isInstanceOf(LogoutResult.LoggedOut.class);
    }

    private static CaaSigner signer(Object grant) {
        assertThat(grant).isInstanceOf(KeyGrant.class);
        return CaaSigner.of(
                ((KeyGrant) grant).pair().apiKey(), ((KeyGrant) grant).pair().secret());
    }

    @Test
    void sealingKeysAreRotatedUnderLoad() {
        try (RollingDeployment<CaaKeys> nodes =
                new RollingDeployment<>(sealedBy(SealingKeys.of(oldKey)), this::client)) {
            nodes.deploy(sealedBy(SealingKeys.of(oldKey).alsoOpening(newKey)));
            nodes.deploy(sealedBy(SealingKeys.of(newKey).alsoOpening(oldKey)));
        }
    }

    @Test
    void theOldSealingKeyIsDroppedUnderLoadOnceItsPairsAreOver() {
        try (RollingDeployment<CaaKeys> nodes =
                new RollingDeployment<>(sealedBy(SealingKeys.of(newKey).alsoOpening(oldKey)), this::client)) {
            nodes.deploy(sealedBy(SealingKeys.of(newKey)));
        }
    }

    /** Why the first step can't be left out. */
    @Test
    void aNodeThatDoesNotKnowTheNewKeyYetFailsOnItsPairs() {
        CaaKeys ahead = sealedBy(SealingKeys.of(newKey).alsoOpening(oldKey)).get();
        CaaKeys behind = sealedBy(SealingKeys.of(oldKey)).get();
        String header = login(ahead).sign(ACTION);

        assertThatThrownBy(() -> behind.authenticate(ACTION, header)).isInstanceOf(StoreException.class);
    }

    @Test
    void theAlgorithmSetIsRotatedUnderLoad() {
        signing.set(CaaAlgorithm.SHA1_DIGEST);
        try (RollingDeployment<CaaKeys> nodes =
                new RollingDeployment<>(accepting(EnumSet.of(CaaAlgorithm.SHA1_DIGEST)), this::client)) {
            nodes.deploy(accepting(EnumSet.of(CaaAlgorithm.SHA1_DIGEST, CaaAlgorithm.HMAC_SHA256)));
            signing.set(CaaAlgorithm.HMAC_SHA256);
            nodes.awaitRounds();
            nodes.deploy(accepting(EnumSet.of(CaaAlgorithm.HMAC_SHA256)));
        }
    }

    /** Why clients move before the servers drop what they used. */
    @Test
    void aClientThatHasNotMovedIsRefusedOnceItsAlgorithmIsDropped() {
        CaaKeys node = accepting(EnumSet.of(CaaAlgorithm.HMAC_SHA256)).get();

        assertThat(node.authenticate(ACTION, login(node).sign(ACTION)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refusal.WRONG_SIGNATURE));
    }
}
