package dev.keystile.core.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystile.core.SeededBytes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private static final Password PASSWORD = Password.plain("password");

    private final SeededBytes random = new SeededBytes(1);
    private final PasswordHasher pbkdf2 = Pbkdf2PasswordHasher.weakerThanRecommended(2, random);
    private final PasswordHasher argon2 = Argon2PasswordHasher.weakerThanRecommended(8, 1, random);
    private final PasswordHasher migrating = argon2.alsoVerifying(pbkdf2);

    @Test
    void everyFormIsHashed() {
        Map<PasswordForm, PasswordHash> hashes = pbkdf2.hashEveryForm("password");

        assertThat(hashes).containsOnlyKeys(PasswordForm.values());
        assertThat(pbkdf2.matches(PASSWORD, hashes.get(PasswordForm.PLAIN))).isTrue();
        assertThat(pbkdf2.matches(
                        Password.md5Hex("5F4DCC3B5AA765D61D8327DEB882CF99"), hashes.get(PasswordForm.MD5_HEX)))
                .isTrue();
    }

    @Test
    void theMd5OfAPasswordIsThatOfItsUtf8() {
        PasswordHash hash = pbkdf2.hashEveryForm("密码").get(PasswordForm.MD5_HEX);

        assertThat(pbkdf2.matches(Password.md5Hex("a8105204604a0b11e916f3879aae3b0b"), hash))
                .isTrue();
    }

    @Test
    void theStoredHashIsNotThePassword() {
        PasswordHash plain = pbkdf2.hash(PASSWORD);

        assertThat(pbkdf2.matches(Password.plain(plain.phc()), plain)).isFalse();
    }

    @Test
    void aMigratingHasherMakesTheNewKind() {
        assertThat(migrating.hash(PASSWORD).phc()).startsWith("$argon2id$");
    }

    @Test
    void aMigratingHasherVerifiesBothKinds() {
        assertThat(migrating.matches(PASSWORD, argon2.hash(PASSWORD))).isTrue();
        assertThat(migrating.matches(PASSWORD, pbkdf2.hash(PASSWORD))).isTrue();
        assertThat(migrating.matches(Password.plain("passwort"), argon2.hash(PASSWORD)))
                .isFalse();
        assertThat(migrating.matches(Password.plain("passwort"), pbkdf2.hash(PASSWORD)))
                .isFalse();
    }

    @Test
    void onlyTheNewKindIsCurrent() {
        assertThat(migrating.isCurrent(argon2.hash(PASSWORD))).isTrue();
        assertThat(migrating.isCurrent(pbkdf2.hash(PASSWORD))).isFalse();
    }

    @Test
    void aKindThatNeitherKnowsIsNotRecognised() {
        PasswordHash foreign = PasswordHash.parse("$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy");

        assertThat(migrating.recognises(foreign)).isFalse();
        assertThat(migrating.isCurrent(foreign)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> migrating.matches(PASSWORD, foreign));
    }

    @Test
    void severalFormerKindsCanBeChained() {
        PasswordHasher newest =
                Pbkdf2PasswordHasher.weakerThanRecommended(3, random).alsoVerifying(migrating);

        assertThat(newest.recognises(argon2.hash(PASSWORD))).isTrue();
        assertThat(newest.matches(PASSWORD, argon2.hash(PASSWORD))).isTrue();
        assertThat(newest.isCurrent(pbkdf2.hash(PASSWORD))).isFalse();
    }
}
