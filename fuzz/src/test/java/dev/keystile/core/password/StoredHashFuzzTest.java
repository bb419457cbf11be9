package dev.keystile.core.password;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A stored hash has one spelling; whatever a column holds is refused in words or costs no more than the bounds say; and what
 * is cheap enough to compute here is verified as the JDK computes it.
 */
class StoredHashFuzzTest {

    private static final Password PASSWORD = Password.plain("correct horse");
    private static final PasswordHasher PBKDF2 = Pbkdf2PasswordHasher.recommended();
    private static final PasswordHasher ARGON2 = Argon2PasswordHasher.recommended();
    private static final PasswordHasher EITHER = ARGON2.alsoVerifying(PBKDF2);

    private static final int MOST_ROUNDS = 10_000_000;
    private static final long MOST_ARGON2_WORK = 256L * 1024 * 16;
    /** What is shorter may well be a part of a sentence that says nothing of it. */
    private static final int LONGEST_COINCIDENCE = 8;

    private static final String NOTHING = "\0";
    private static final int CHEAP_ROUNDS = 200;
    private static final int CHEAP_KIB = 64;
    private static final Pattern ROUNDS = Pattern.compile("\\$pbkdf2-sha256\\$i=(\\d+)\\$([^$]+)\\$([^$]+)");
    private static final Pattern COST = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$.*");

    @DictionaryEntries({
        "$pbkdf2-sha256$",
        "$argon2id$v=19$",
        "i=",
        "m=",
        "t=",
        "p=",
        "$",
        ",",
        "=",
        "600000",
        "10000001",
        "99999999999",
        "262145",
        "c2FsdHNhbHRzYWx0c2FsdA",
        "b9ouKsQ2OvhiATn6dV7PbVW+Lr5lo0xn4IKwmYJ63QI"
    })
    @FuzzTest
    void isUnderstoodInOneSpellingAndWithinBounds(byte[] column) {
        String text = new String(column, ISO_8859_1);

        Optional<PhcString> phc = PhcString.parse(text);

        phc.ifPresent(understood -> assertThat(understood.format()).isEqualTo(text));
        phc.ifPresent(understood -> assertThat(understood.salt()).hasSizeBetween(8, 64));
        phc.ifPresent(understood -> assertThat(understood.hash()).hasSizeBetween(16, 64));
        stored(text).ifPresent(StoredHashFuzzTest::isRecognisedOrRefused);
    }

    private static Optional<PasswordHash> stored(String text) {
        try {
            PasswordHash hash = PasswordHash.parse(text);
            assertThat(hash.phc()).isEqualTo(text);
            return Optional.of(hash);
        } catch (IllegalArgumentException refused) {
            assertThat(refused)
                    .hasMessageStartingWith("A password hash is a PHC string that begins with '$'")
                    .hasMessageEndingWith("store it in a column that doesn't pad.")
                    .hasMessageNotContaining(text.length() > LONGEST_COINCIDENCE ? text : NOTHING);
            return Optional.empty();
        }
    }

    private static void isRecognisedOrRefused(PasswordHash hash) {
        boolean pbkdf2 = PBKDF2.recognises(hash);
        boolean argon2 = ARGON2.recognises(hash);
        assertThat(pbkdf2 && argon2).isFalse();
        assertThat(EITHER.recognises(hash)).isEqualTo(pbkdf2 || argon2);
        assertThat(pbkdf2 || argon2 || !EITHER.isCurrent(hash)).isTrue();
        if (pbkdf2) {
            costsNoMoreThanItMay(hash);
        } else if (argon2) {
            holdsNoMoreThanItMay(hash);
        } else {
            assertThatThrownBy(() -> EITHER.matches(PASSWORD, hash))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(hash.phc());
        }
    }

    private static void costsNoMoreThanItMay(PasswordHash hash) {
        Matcher parts = matched(ROUNDS, hash);
        int rounds = Integer.parseInt(parts.group(1));
        assertThat(rounds).isBetween(1, MOST_ROUNDS);
        if (rounds <= CHEAP_ROUNDS) {
            byte[] expected = Base64.getDecoder().decode(parts.group(3));
            byte[] derived = derive(Base64.getDecoder().decode(parts.group(2)), rounds, expected.length);
            assertThat(PBKDF2.matches(PASSWORD, hash)).isEqualTo(Arrays.equals(derived, expected));
        }
    }

    private static void holdsNoMoreThanItMay(PasswordHash hash) {
        Matcher cost = matched(COST, hash);
        int kib = Integer.parseInt(cost.group(1));
        long work = (long) kib * Integer.parseInt(cost.group(2));
        assertThat(work).isBetween(1L, MOST_ARGON2_WORK);
        if (kib <= CHEAP_KIB) {
            assertThat(ARGON2.matches(PASSWORD, hash)).isFalse();
        }
    }

    private static Matcher matched(Pattern shape, PasswordHash hash) {
        Matcher parts = shape.matcher(hash.phc());
        assertThat(parts.matches()).isTrue();
        return parts;
    }

    private static byte[] derive(byte[] salt, int rounds, int length) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec("correct horse".toCharArray(), salt, rounds, length * Byte.SIZE))
                    .getEncoded();
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("Every Java runtime has PBKDF2WithHmacSHA256.", unavailable);
        }
    }
}
