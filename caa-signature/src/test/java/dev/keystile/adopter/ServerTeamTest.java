package dev.keystile.adopter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.CaaAlgorithm;
import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.CaaVerifier;
import dev.keystile.caa.endpoint.CaaAnswers;
import dev.keystile.caa.seal.SealingKeys;
import dev.keystile.caa.service.AuthenticatedCaller;
import dev.keystile.caa.service.Authentication;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.caa.service.LoginRefusal;
import dev.keystile.caa.service.LogoutResult;
import dev.keystile.caa.service.Refusal;
import dev.keystile.caa.service.Refused;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.store.memory.InMemoryCredentialStore;
import dev.keystile.store.memory.InMemoryReplayGuard;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.user.UserAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

/** The typed calls, as controllers of somebody else's framework make them. */
class ServerTeamTest {

    private static final String MOBILE = "13800138000";
    private static final String MD5 = DigestUtils.md5Hex("correct horse battery");
    private static final UserId USER = new UserId("42");

    private final PasswordHasher hasher = Pbkdf2PasswordHasher.weakerThanRecommended(10, RandomBytes.secure());
    private final CaaKeys keys = CaaKeys.builder(new InMemoryCredentialStore(), users())
            .passwordHasher(hasher)
            .verifier(CaaVerifier.standard().within(Duration.ofMinutes(2)))
            .loginPolicy(LoginPolicy.independent(3))
            .exchangePolicy(ExchangePolicy.strict()
                    .withGraceWindow(Duration.ofSeconds(5))
                    .withReuseDetection())
            .replayGuard(new InMemoryReplayGuard())
            .sealedBy(SealingKeys.of(RandomBytes.secure().next(32)))
            .lifetime(Duration.ofHours(12))
            .build();

    @Test
    void aControllerLogsAUserIn() {
        KeyGrant grant = (KeyGrant) keys.login(MOBILE, MD5);

        assertThat(grant.pair().user()).isEqualTo(USER);
        assertThat(grant.profile().members()).isEqualTo(Map.of("name", "ada"));
    }

    @Test
    void aControllerTellsWhyALoginWasRefused() {
        assertThat(keys.login(null, MD5)).isEqualTo(LoginRefusal.INVALID_MOBILE);
        assertThat(keys.login(MOBILE, "secret")).isEqualTo(LoginRefusal.INVALID_PASSWORD);
        assertThat(keys.login("13800138009", MD5)).isEqualTo(LoginRefusal.WRONG_MOBILE_OR_PASSWORD);
    }

    @Test
    void aFilterLearnsTheUsersId() {
        String header = signer().using(CaaAlgorithm.HMAC_SHA256).sign("order:list");

        Authentication result = keys.authenticate("order:list", header);

        assertThat(result)
                .isInstanceOfSatisfying(
                        AuthenticatedCaller.class,
                        caller -> assertThat(caller.userId()).isEqualTo(USER));
    }

    @Test
    void aFilterAnswersARefusalAsTheContractDoes() {
        Authentication result = keys.authenticate("order:list", signer().sign("order:delete"));

        assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Refusal.WRONG_SIGNATURE);
            assertThat(CaaAnswers.refused(refused).status()).isEqualTo(400);
        });
    }

    @Test
    void aControllerRenewsAPairAndTheClientGoesOnWithIt() {
        CaaSigner old = signer();

        KeyGrant grant = (KeyGrant) keys.refresh("session:renew", List.of(old.sign("session:renew")));

        ApiKeyPair renewed = grant.pair();
        String header =
                old.renewed(renewed.apiKey().text(), renewed.secret().reveal()).sign("order:list");
        assertThat(keys.authenticate("order:list", header)).isInstanceOf(AuthenticatedCaller.class);
        assertThat(keys.authenticate("order:list", old.sign("order:list"))).isInstanceOf(Refused.class);
    }

    @Test
    void aControllerLogsAUserOut() {
        CaaSigner signer = signer();

        assertThat(keys.logout("session:end", List.of(signer.sign("session:end"))))
                .isEqualTo(new LogoutResult.LoggedOut(USER));
        assertThat(keys.authenticate("order:list", signer.sign("order:list"))).isInstanceOf(Refused.class);
    }

    @Test
    void anAdministratorEndsEveryLoginOfAUser() {
        signer();
        signer();

        assertThat(keys.revokeAll(USER)).isEqualTo(2);
    }

    @Test
    void aDeveloperAsksWhyAHeaderIsRefused() {
        assertThat(keys.explain("order:list", List.of(signer().sign("order:delete")))
                        .accepted())
                .isFalse();
    }

    private CaaSigner signer() {
        ApiKeyPair pair = ((KeyGrant) keys.login(MOBILE, MD5)).pair();
        return CaaSigner.of(pair.apiKey(), pair.secret());
    }

    private InMemoryUserDirectory users() {
        return new InMemoryUserDirectory()
                .put(
                        new UserAccount(
                                USER,
                                "ada",
                                false,
                                hasher.hashEveryForm("correct horse battery"),
                                UserProfile.of(Map.of("name", "ada"))),
                        MOBILE);
    }
}
