package dev.keystile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystile.core.UserTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes that a store keeps and doesn't read: what names a credential, and what it consists of. */
class ConfidentialBytesTest {

    private static final UserTag TAG = new UserTag(0x1234);

    private static byte[] bytes(int first) {
        byte[] bytes = new byte[Lookup.LENGTH];
        bytes[0] = (byte) first;
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void aLookupOfAnythingBut32BytesIsRefused(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lookup.of(TAG, new byte[length]))
                .withMessage("A lookup is 32 bytes, not " + length + ".");
    }

    @Test
    void aLookupTellsItsTag() {
        assertThat(Lookup.of(TAG, bytes(1)).tag()).isEqualTo(TAG);
    }

    @Test
    void aLookupSharesItsBytesWithNobody() {
        byte[] bytes = bytes(1);
        Lookup lookup = Lookup.of(TAG, bytes);
        bytes[0] = 9;
        lookup.bytes()[1] = 9;

        assertThat(lookup.bytes()).isEqualTo(bytes(1));
    }

    @Test
    void lookupsAreEqualByTagAndBytes() {
        assertThat(Lookup.of(TAG, bytes(1)))
                .isEqualTo(Lookup.of(TAG, bytes(1)))
                .hasSameHashCodeAs(Lookup.of(TAG, bytes(1)))
                .isNotEqualTo(Lookup.of(TAG, bytes(2)))
                .isNotEqualTo(Lookup.of(new UserTag(0x1235), bytes(1)))
                .isNotEqualTo("lookup");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 513})
    void aBodyOfNoBytesOrOfMoreThan512IsRefused(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CredentialBody.of(new byte[length]))
                .withMessage("A credential body has 1 to 512 bytes, this one has " + length + ".");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 512})
    void aBodyHas1To512Bytes(int length) {
        assertThat(CredentialBody.of(new byte[length]).bytes()).hasSize(length);
    }

    @Test
    void aBodySharesItsBytesWithNobody() {
        byte[] bytes = bytes(1);
        CredentialBody body = CredentialBody.of(bytes);
        bytes[0] = 9;
        body.bytes()[1] = 9;

        assertThat(body.bytes()).isEqualTo(bytes(1));
    }

    @Test
    void bodiesAreEqualByTheirBytes() {
        assertThat(CredentialBody.of(bytes(1)))
                .isEqualTo(CredentialBody.of(bytes(1)))
                .hasSameHashCodeAs(CredentialBody.of(bytes(1)))
                .isNotEqualTo(CredentialBody.of(bytes(2)))
                .isNotEqualTo("body");
    }

    @Test
    void neitherIsShown() {
        assertThat(Lookup.of(TAG, bytes(1))).hasToString("Lookup[redacted]");
        assertThat(CredentialBody.of(bytes(1))).hasToString("CredentialBody[redacted]");
    }
}
