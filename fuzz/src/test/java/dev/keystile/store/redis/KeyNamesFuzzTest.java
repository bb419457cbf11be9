package dev.keystile.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.keystile.codec.Digests;
import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.FindResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.token.TokenHolder;
import java.util.List;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * Whatever users, families and credentials are called: keys are plain, short, in one slot for one call, and the same for the
 * same names alone; and a record comes back as it went in. An input is two lots of four lines: user, kind, family, and what
 * the body holds.
 */
class KeyNamesFuzzTest {

    private static final KeyNames NAMES = new KeyNames("keystile");
    private static final int LONGEST = 110;
    private static final int LINES = 8;
    private static final long NOW = 1_700_000_000_000L;

    @DictionaryEntries({
        "{",
        "}",
        "{}",
        "}:tokens",
        ":due",
        " ",
        "- 0 0",
        "\u00A0",
        "名",
        "\uD83D\uDE00",
        "FAMILY1",
        "a-1"
    })
    @FuzzTest
    void noTwoNamesShareAKey(byte[] input) {
        String[] lines = new String(input, UTF_8).split("\n", LINES);
        if (lines.length == LINES && areFit(lines, 0) && areFit(lines, 4)) {
            TokenHolder one = new TokenHolder(new UserId(lines[0]), lines[1]);
            TokenHolder other = new TokenHolder(new UserId(lines[4]), lines[5]);
            assertThat(isOneKey(NAMES.tokens(one), NAMES.tokens(other))).isEqualTo(one.equals(other));
            areFit(NAMES.tokens(one));
            areFit(NAMES.credentials(one.user().tag()));
            Lookup lookup = lookup(one.user(), lines[3]);
            areFit(NAMES.use(lookup, lines[7].getBytes(UTF_8)));
            assertThat(isOneKey(
                            NAMES.use(lookup, lines[3].getBytes(UTF_8)), NAMES.use(lookup, lines[7].getBytes(UTF_8))))
                    .isEqualTo(lines[3].equals(lines[7]));
            comesBack(lookup, one.user(), new FamilyId(lines[2]), body(lines[3]));
        }
    }

    private static void areFit(List<byte[]> keys) {
        assertThat(keys).allSatisfy(key -> {
            String name = new String(key, US_ASCII);
            assertThat(name)
                    .matches("keystile:[a-z]+:\\{[A-Za-z0-9_-]+}[a-z0-9:-]*")
                    .hasSizeLessThan(LONGEST);
        });
        assertThat(keys.stream().map(JedisClusterCRC16::getSlot).distinct()).hasSize(1);
    }

    private static void comesBack(Lookup lookup, UserId user, FamilyId family, CredentialBody body) {
        StoredCredential credential = StoredCredential.begin(lookup, user, family, NOW, NOW + 1000, body);

        byte[] record = CredentialRecord.living(credential, "call");

        assertThat(CredentialRecord.read(lookup.bytes(), record).at(NOW)).isEqualTo(new FindResult.Live(credential));
    }

    private static boolean areFit(String[] lines, int at) {
        return UserId.isFit(lines[at]) && lines[at + 1].matches("[a-z0-9-]{1,32}") && FamilyId.isFit(lines[at + 2]);
    }

    private static boolean isOneKey(List<byte[]> some, List<byte[]> others) {
        return new String(some.get(0), US_ASCII).equals(new String(others.get(0), US_ASCII));
    }

    private static Lookup lookup(UserId user, String text) {
        return Lookup.of(user.tag(), Digests.sha256(text.getBytes(UTF_8)));
    }

    private static CredentialBody body(String text) {
        byte[] bytes = ("b" + text).getBytes(UTF_8);
        return CredentialBody.of(bytes.length > 512 ? Digests.sha256(bytes) : bytes);
    }
}
