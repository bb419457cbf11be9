package dev.keystile.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random values of the kinds that {@link JsonReader} makes, and random damage to a text. The same seed, the same values. */
final class RandomJson {

    private static final int MAX_DEPTH = 6;

    private RandomJson() {}

    static Map<String, @Nullable Object> object(Random random) {
        return object(random, 0);
    }

    /** A copy of {@code valid} with one to three bytes replaced, removed, repeated or cut off. */
    static byte[] mutate(byte[] valid, Random random) {
        List<Byte> bytes = new ArrayList<>();
        for (byte b : valid) {
            bytes.add(b);
        }
        for (int changes = 1 + random.nextInt(3); changes > 0 && !bytes.isEmpty(); changes--) {
            int at = random.nextInt(bytes.size());
            switch (random.nextInt(5)) {
                case 0 -> bytes.set(at, (byte) random.nextInt(256));
                case 1 -> bytes.set(at, (byte) "{}[]\",:\\0-.eEtfn u".charAt(random.nextInt(18)));
                case 2 -> bytes.remove(at);
                case 3 -> bytes.add(at, bytes.get(at));
                default -> bytes.subList(at, bytes.size()).clear();
            }
        }
        byte[] mutant = new byte[bytes.size()];
        for (int i = 0; i < mutant.length; i++) {
            mutant[i] = bytes.get(i);
        }
        return mutant;
    }

    private static Map<String, @Nullable Object> object(Random random, int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int size = random.nextInt(5); size > 0; size--) {
            members.put(text(random), value(random, depth + 1));
        }
        return members;
    }

    private static List<@Nullable Object> list(Random random, int depth) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int size = random.nextInt(5); size > 0; size--) {
            elements.add(value(random, depth + 1));
        }
        return elements;
    }

    private static @Nullable Object value(Random random, int depth) {
        return switch (random.nextInt(depth < MAX_DEPTH ? 8 : 6)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong() >> random.nextInt(64);
            case 3 -> BigInteger.TWO.pow(63).add(new BigInteger(200, random));
            case 4 -> new BigDecimal(new BigInteger(1 + random.nextInt(200), random), 1 + random.nextInt(300));
            case 5 -> text(random);
            case 6 -> object(random, depth);
            default -> list(random, depth);
        };
    }

    /** Code points from everywhere, the awkward ones more often than they deserve. */
    private static String text(Random random) {
        int[] awkward = {
            0, '\n', 0x1F, '"', '\\', '/', 0x7F, 0x85, 0x2028, 0x2029, 0xD7FF, 0xE000, 0xFEFF, 0xFFFF, 0x10000, 0x10FFFF
        };
        int[] codePoints = random.ints(random.nextInt(12), 0, Character.MAX_CODE_POINT + 1)
                .map(drawn -> switch (drawn % 3) {
                    case 0 -> awkward[drawn % awkward.length];
                    case 1 -> ' ' + drawn % 95;
                    default -> drawn >= 0xD800 && drawn <= 0xDFFF ? '?' : drawn;
                })
                .toArray();
        return new String(codePoints, 0, codePoints.length);
    }
}
