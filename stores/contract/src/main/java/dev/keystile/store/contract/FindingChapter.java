package dev.keystile.store.contract;

import static dev.keystile.store.contract.StoreDriver.NOW;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.FamilyId;
import dev.keystile.core.RandomBytes;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.FindResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is found, until when, and that it comes back as it went in. */
interface FindingChapter extends StoreUnderTest {

    @Test
    default void whatNobodyIssuedIsUnknown() {
        assertThat(driver().store().find(TestUser.unique().lookup(), NOW)).isEqualTo(new FindResult.Unknown());
    }

    @Test
    default void whatWasIssuedIsFoundWithEveryFieldAsItWas() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);

        driver().assertLive(pair, NOW);
    }

    @Test
    default void aCredentialLivesInTheLastMillisecondBeforeItsExpiry() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);

        driver().assertLive(pair, pair.expiresAtMillis() - 1);
    }

    @Test
    default void aCredentialIsUnknownFromTheMillisecondOfItsExpiryOn() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);

        driver().assertUnknown(pair, pair.expiresAtMillis());
    }

    @Test
    default void aCredentialOfNoLifetimeNeverLives() {
        StoredCredential pair = driver().login(TestUser.unique().login(NOW, NOW));

        driver().assertUnknown(pair, NOW);
    }

    @Test
    default void findingChangesNothing() {
        StoredCredential pair = driver().login(TestUser.unique(), NOW);

        driver().assertLive(pair, NOW);
        driver().assertLive(pair, NOW);
    }

    @Test
    default void aBodyOfEveryByteValueComesBackByteForByte() {
        byte[] bytes = new byte[512];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }

        assertBodyComesBack(bytes);
    }

    @Test
    default void aBodyOfOneZeroByteComesBack() {
        assertBodyComesBack(new byte[1]);
    }

    @Test
    default void aBodyThatEndsInBlanksAndZerosKeepsThem() {
        assertBodyComesBack(new byte[] {1, ' ', 0, ' ', 0});
    }

    @Test
    default void lookupsThatDifferInCaseAloneAreTwo() {
        String letters = letters(Lookup.LENGTH);

        assertAreTwo(letters, letters.toUpperCase(Locale.ROOT));
    }

    @Test
    default void lookupsThatDifferInTheLastByteAloneAreTwo() {
        String letters = letters(Lookup.LENGTH - 1);

        assertAreTwo(letters + 'a', letters + 'b');
    }

    @Test
    default void aLookupThatEndsInABlankIsNotOneThatEndsInAZero() {
        String letters = letters(Lookup.LENGTH - 1);

        assertAreTwo(letters + ' ', letters + '\0');
    }

    @Test
    default void theLongestUserIdOfTheWidestCharactersComesBack() {
        TestUser user = TestUser.named("😀".repeat(119));
        assertThat(user.id().value()).hasSize(254);

        driver().assertLive(driver().login(user, NOW), NOW);
    }

    @Test
    default void theLongestFamilyIdComesBack() {
        StoredCredential pair = TestUser.unique().login(new FamilyId("~".repeat(64)), NOW, NOW + 1);

        driver().assertLive(driver().login(pair), NOW);
    }

    private void assertBodyComesBack(byte[] bytes) {
        StoredCredential made = TestUser.unique().login(NOW);
        StoredCredential pair = StoredCredential.begin(
                made.lookup(), made.user(), made.family(), NOW, made.expiresAtMillis(), CredentialBody.of(bytes));
        driver().login(pair);

        FindResult found = driver().store().find(pair.lookup(), NOW);

        assertThat(found)
                .isInstanceOfSatisfying(
                        FindResult.Live.class,
                        live -> assertThat(live.credential().body().bytes()).isEqualTo(bytes));
    }

    private void assertAreTwo(String issued, String asked) {
        TestUser user = TestUser.unique();
        StoredCredential made = user.login(NOW);
        driver().login(StoredCredential.begin(
                user.lookup(issued.getBytes(US_ASCII)),
                made.user(),
                made.family(),
                NOW,
                made.expiresAtMillis(),
                made.body()));

        assertThat(driver().store().find(user.lookup(asked.getBytes(US_ASCII)), NOW))
                .isEqualTo(new FindResult.Unknown());
    }

    private static String letters(int length) {
        return "a" + RandomBytes.secure().alphanumeric(length - 1).toLowerCase(Locale.ROOT);
    }
}
