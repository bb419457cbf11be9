package dev.keystile.caa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.fixture.JsonTree;
import dev.keystile.codec.Digests;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Wycheproof's HMAC-SHA1 and HMAC-SHA256 vectors, against the HMAC and the comparison that signatures are checked by. */
class WycheproofHmacTest {

    private static final String FOLDER = "/vectors/wycheproof/";

    @TestFactory
    Stream<DynamicTest> everyFullLengthTagOfHmacSha1IsJudgedAsWycheproofSays() {
        return vectors("hmac_sha1_test.json", HmacAlgorithms.HMAC_SHA_1)
                .filter(Vector::isFullLength)
                .map(Vector::judgedAsItSays);
    }

    @TestFactory
    Stream<DynamicTest> everyFullLengthTagOfHmacSha256IsJudgedAsWycheproofSays() {
        return vectors("hmac_sha256_test.json", HmacAlgorithms.HMAC_SHA_256)
                .filter(Vector::isFullLength)
                .map(Vector::judgedAsItSays);
    }

    @TestFactory
    Stream<DynamicTest> everyTruncatedTagOfHmacSha1IsRefused() {
        return vectors("hmac_sha1_test.json", HmacAlgorithms.HMAC_SHA_1)
                .filter(vector -> !vector.isFullLength())
                .map(Vector::refusedForItsLength);
    }

    @TestFactory
    Stream<DynamicTest> everyTruncatedTagOfHmacSha256IsRefused() {
        return vectors("hmac_sha256_test.json", HmacAlgorithms.HMAC_SHA_256)
                .filter(vector -> !vector.isFullLength())
                .map(Vector::refusedForItsLength);
    }

    @Test
    void bothFilesAreWhole() {
        assertThat(List.of(
                        vectors("hmac_sha1_test.json", HmacAlgorithms.HMAC_SHA_1)
                                .count(),
                        vectors("hmac_sha256_test.json", HmacAlgorithms.HMAC_SHA_256)
                                .count()))
                .containsExactly(170L, 174L);
    }

    private static Stream<Vector> vectors(String file, HmacAlgorithms algorithm) {
        return JsonTree.resource(FOLDER + file)
                .each("testGroups")
                .flatMap(group -> group.each("tests"))
                .map(test -> new Vector(algorithm, test));
    }

    private record Vector(HmacAlgorithms algorithm, JsonTree test) {

        boolean isFullLength() {
            return tag().length == computed().length;
        }

        DynamicTest judgedAsItSays() {
            return DynamicTest.dynamicTest(
                    name(),
                    () -> assertThat(Digests.constantTimeEquals(computed(), tag()))
                            .isEqualTo(isValid()));
        }

        /** A valid one is the beginning of the whole tag, which proves that it is its length alone that it is refused for. */
        DynamicTest refusedForItsLength() {
            return DynamicTest.dynamicTest(name(), () -> {
                byte[] beginning = Arrays.copyOf(computed(), tag().length);
                assertThat(Digests.constantTimeEquals(beginning, tag())).isEqualTo(isValid());
                assertThat(Digests.constantTimeEquals(computed(), tag())).isFalse();
            });
        }

        private byte[] computed() {
            return CaaAlgorithm.hmac(algorithm, hex("key"), hex("msg"));
        }

        private byte[] tag() {
            return hex("tag");
        }

        private boolean isValid() {
            return test.text("result").equals("valid");
        }

        private byte[] hex(String name) {
            try {
                return Hex.decodeHex(test.text(name));
            } catch (DecoderException e) {
                throw new AssertionError(e);
            }
        }

        private String name() {
            return test.number("tcId") + " " + test.text("comment");
        }
    }
}
