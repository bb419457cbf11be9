package dev.keystile.timing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.core.ApiSecret;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.Password;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.PasswordHash;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.store.memory.InMemoryCredentialStore;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.user.UserAccount;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Neither who exists nor how close a guess is can be told from the time of an answer. */
@Tag("timing")
class LoginTimingTest {

    private static final int COMPARISONS = 1_000_000;
    private static final int HASHES = 60_000;
    private static final int LOGINS = 100_000;

    /** Few, so that what stands around the hash weighs more than on any server. */
    private static final int ROUNDS = 500;

    private static final PasswordHasher HASHER =
            Pbkdf2PasswordHasher.weakerThanRecommended(ROUNDS, RandomBytes.secure());
    private static final String KNOWN = "13800138000";
    private static final String UNKNOWN = "13800138999";
    private static final String RIGHT = DigestUtils.md5Hex("Rosebud-and-Thistle-7");

    @Test
    void aSecretThatIsWrongAtOnceIsComparedAsLongAsTheRightOne() {
        ApiSecret secret = ApiSecret.generate(RandomBytes.secure());
        assertAlike(
                "secret, first byte wrong and right",
                new TimingTrial<>(List.of(changed(secret, 0)), List.of(secret.bytes()), ApiSecret::of, secret::equals)
                        .measure(COMPARISONS));
    }

    @Test
    void aSecretThatIsWrongAtOnceIsComparedAsLongAsOneThatIsWrongAtTheEnd() {
        ApiSecret secret = ApiSecret.generate(RandomBytes.secure());
        assertAlike(
                "secret, first byte wrong and last byte wrong",
                new TimingTrial<>(
                                List.of(changed(secret, 0)),
                                List.of(changed(secret, ApiSecret.LENGTH - 1)),
                                ApiSecret::of,
                                secret::equals)
                        .measure(COMPARISONS));
    }

    @Test
    void aWrongPasswordIsCheckedAsLongAsTheRightOne() {
        PasswordHash hash = HASHER.hash(Password.md5Hex(RIGHT));
        assertAlike(
                "password, right and wrong",
                new TimingTrial<>(
                                List.of(RIGHT.getBytes(US_ASCII)),
                                List.of(DigestUtils.md5Hex("Thistle-and-Rosebud-8")
                                        .getBytes(US_ASCII)),
                                md5 -> Password.md5Hex(new String(md5, US_ASCII)),
                                guess -> HASHER.matches(guess, hash))
                        .measure(HASHES));
    }

    @Test
    void anUnknownUserTakesAsLongAsAWrongPassword() {
        CaaKeys keys = CaaKeys.builder(new InMemoryCredentialStore(), oneUser())
                .passwordHasher(HASHER)
                .build();
        String wrong = DigestUtils.md5Hex("Thistle-and-Rosebud-8");
        TimingVerdict verdict = new TimingTrial<>(
                        List.of(KNOWN.getBytes(US_ASCII)),
                        List.of(UNKNOWN.getBytes(US_ASCII)),
                        mobile -> new String(mobile, US_ASCII),
                        mobile -> keys.login(mobile, wrong) instanceof KeyGrant)
                .measure(LOGINS);

        assertThat(verdict.answers()).as("how many logged in").isZero();
        assertAlike("login, wrong password and unknown user", verdict);
    }

    private static void assertAlike(String what, TimingVerdict verdict) {
        System.out.println(what + ": " + verdict);
        assertThat(verdict.isReal()).as(verdict.toString()).isFalse();
    }

    /** One, because the time to get many into the processor's cache would be measured otherwise. */
    private static InMemoryUserDirectory oneUser() {
        PasswordHash hash = HASHER.hash(Password.md5Hex(RIGHT));
        UserProfile profile = UserProfile.of(Map.of("name", "someone"));
        return new InMemoryUserDirectory()
                .put(
                        new UserAccount(new UserId("1"), "someone", false, Map.of(PasswordForm.MD5_HEX, hash), profile),
                        KNOWN);
    }

    private static byte[] changed(ApiSecret secret, int at) {
        byte[] bytes = secret.bytes();
        bytes[at] ^= 1;
        return bytes;
    }
}
