package dev.keystile.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedCredentialTest {

    private static final long SEED = 20_261_120;
    private static final int LOW_BYTE = 0xFF;
    private static final int SLOTS = 1 << 16;

    /** Whoever finds ids that share a slot under one salt has found nothing that helps under another, however like it is. */
    @Test
    void idsThatCollideUnderOneSaltDoNotUnderAnotherOfTheSameLowByte() {
        Random random = new Random(SEED);
        int salt = random.nextInt();
        List<byte[][]> pairs = collidingPairs(salt, random);
        int alsoCollide = 0;
        for (int other = 0; other < 100; other++) {
            int otherSalt = (random.nextInt() & ~LOW_BYTE) | (salt & LOW_BYTE);
            for (byte[][] pair : pairs) {
                alsoCollide += slotOf(otherSalt, pair[0]) == slotOf(otherSalt, pair[1]) ? 1 : 0;
            }
        }

        assertThat(pairs).hasSizeGreaterThan(20);
        assertThat(alsoCollide).isLessThan(pairs.size());
    }

    private static List<byte[][]> collidingPairs(int salt, Random random) {
        Map<Integer, byte[]> seen = new HashMap<>();
        List<byte[][]> pairs = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            byte[] id = Long.toString(random.nextLong() & Long.MAX_VALUE, Character.MAX_RADIX)
                    .getBytes(StandardCharsets.US_ASCII);
            byte[] former = seen.put(slotOf(salt, id), id);
            if (former != null) {
                pairs.add(new byte[][] {former, id});
            }
        }
        return pairs;
    }

    private static int slotOf(int salt, byte[] id) {
        return PackedCredential.hashOfUser(salt, id, 0) & (SLOTS - 1);
    }
}
