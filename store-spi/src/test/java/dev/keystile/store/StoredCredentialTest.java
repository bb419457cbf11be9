package dev.keystile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A credential as a store keeps it: how one succeeds another, how long it lives, what it refuses to be. */
class StoredCredentialTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final long LATER = NOW + 1000;
    private static final UserId USER = new UserId("42");
    private static final UserId OTHER_USER = new UserId("43");
    private static final FamilyId FAMILY = new FamilyId("fam");
    private static final CredentialBody BODY = CredentialBody.of(new byte[] {1});
    private static final StoredCredential FIRST =
            StoredCredential.begin(lookup(USER, 1), USER, FAMILY, NOW, LATER, BODY);

    private static Lookup lookup(UserId user, int filler) {
        byte[] bytes = new byte[Lookup.LENGTH];
        Arrays.fill(bytes, (byte) filler);
        return Lookup.of(user.tag(), bytes);
    }

    private static StoredCredential with(FamilyId family, long begun, int generation, long issued, long expires) {
        return new StoredCredential(lookup(USER, 1), USER, family, begun, generation, issued, expires, BODY);
    }

    @Test
    void aLoginBeginsAFamily() {
        assertThat(FIRST).isEqualTo(with(FAMILY, NOW, 0, NOW, LATER));
    }

    @Test
    void aCredentialTellsWhatItWasMadeOf() {
        StoredCredential credential = with(FAMILY, NOW - 1, 2, NOW, LATER);

        assertThat(credential.lookup()).isEqualTo(lookup(USER, 1));
        assertThat(credential.user()).isEqualTo(USER);
        assertThat(credential.family()).isEqualTo(FAMILY);
        assertThat(credential.familyBegunAtMillis()).isEqualTo(NOW - 1);
        assertThat(credential.generation()).isEqualTo(2);
        assertThat(credential.issuedAtMillis()).isEqualTo(NOW);
        assertThat(credential.expiresAtMillis()).isEqualTo(LATER);
        assertThat(credential.body()).isEqualTo(BODY);
    }

    @Test
    void aSuccessorIsTheNextGenerationOfTheSameLogin() {
        CredentialBody body = CredentialBody.of(new byte[] {2});

        assertThat(FIRST.successor(lookup(USER, 2), body, NOW + 5, NOW + 6))
                .isEqualTo(new StoredCredential(lookup(USER, 2), USER, FAMILY, NOW, 1, NOW + 5, NOW + 6, body));
    }

    @Test
    void aCredentialPrecedesItsSuccessorAlone() {
        StoredCredential second = FIRST.successor(lookup(USER, 2), BODY, NOW, LATER);
        StoredCredential third = second.successor(lookup(USER, 3), BODY, NOW, LATER);

        assertThat(FIRST.precedes(second)).isTrue();
        assertThat(FIRST.precedes(third)).isFalse();
        assertThat(second.precedes(FIRST)).isFalse();
        assertThat(FIRST.precedes(FIRST)).isFalse();
    }

    @Test
    void aCredentialPrecedesNoneOfAnotherFamilyOrUser() {
        Lookup lookup = lookup(OTHER_USER, 1);

        assertThat(FIRST.precedes(with(new FamilyId("other"), NOW, 1, NOW, LATER)))
                .isFalse();
        assertThat(FIRST.precedes(new StoredCredential(lookup, OTHER_USER, FAMILY, NOW, 1, NOW, LATER, BODY)))
                .isFalse();
    }

    @Test
    void aCredentialLivesUntilTheMillisecondOfItsExpiry() {
        assertThat(FIRST.isAliveAt(LATER - 1)).isTrue();
        assertThat(FIRST.isAliveAt(LATER)).isFalse();
    }

    @Test
    void aLookupWithTheTagOfAnotherUserIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoredCredential.begin(lookup(OTHER_USER, 1), USER, FAMILY, NOW, LATER, BODY))
                .withMessageContaining("tag");
    }

    @Test
    void aNegativeGenerationIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(FAMILY, NOW, -1, NOW, LATER))
                .withMessageContaining("generation");
    }

    @Test
    void aCredentialThatExpiresBeforeItWasIssuedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> with(FAMILY, NOW, 0, NOW, NOW - 1));
        assertThatCode(() -> with(FAMILY, NOW, 0, NOW, NOW)).doesNotThrowAnyException();
    }

    /** What comes out of a store was looked at when it came in, but for what can be seen without a digest. */
    @Test
    void aRestoredCredentialIsTheOneThatWasStored() {
        assertThat(StoredCredential.restored(lookup(USER, 1), USER, FAMILY, NOW, 0, NOW, LATER, BODY))
                .isEqualTo(FIRST)
                .hasSameHashCodeAs(FIRST);
    }

    static Stream<StoredCredential> otherCredentials() {
        return Stream.of(
                StoredCredential.begin(lookup(USER, 2), USER, FAMILY, NOW, LATER, BODY),
                StoredCredential.restored(lookup(USER, 1), OTHER_USER, FAMILY, NOW, 0, NOW, LATER, BODY),
                with(new FamilyId("other"), NOW, 0, NOW, LATER),
                with(FAMILY, NOW - 1, 0, NOW, LATER),
                with(FAMILY, NOW, 1, NOW, LATER),
                with(FAMILY, NOW, 0, NOW - 1, LATER),
                with(FAMILY, NOW, 0, NOW, LATER + 1),
                StoredCredential.begin(lookup(USER, 1), USER, FAMILY, NOW, LATER, CredentialBody.of(new byte[] {2})));
    }

    @ParameterizedTest
    @MethodSource("otherCredentials")
    void aCredentialOfWhichOnePartDiffersIsAnother(StoredCredential other) {
        assertThat(FIRST).isNotEqualTo(other);
    }

    @Test
    void nothingElseIsACredential() {
        assertThat(FIRST).isNotEqualTo("42");
    }

    @Test
    void aCredentialShowsWhoseItIsAndNoSecret() {
        assertThat(FIRST).hasToString("StoredCredential[42, family fam, generation 0]");
    }
}
