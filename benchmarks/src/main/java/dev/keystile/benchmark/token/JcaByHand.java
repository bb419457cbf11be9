package dev.keystile.benchmark.token;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The ceiling: digests that are keyed once and cloned, and a reader of claims that takes nothing but what {@link #issue} writes. No
 * library could do this, because it skips everything that can go wrong.
 */
final class JcaByHand implements TokenLibrary {

    private static final int BLOCK = 64;
    private static final byte[] PREFIX =
            (encoded("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + ".").getBytes(StandardCharsets.US_ASCII);
    private static final String CONSTANT_CLAIMS = "{\"sub\":\"" + Claims.SUBJECT + "\",\"iss\":\"" + Claims.ISSUER
            + "\",\"aud\":\"" + Claims.AUDIENCE + "\",\"fam\":\"" + Claims.FAMILY + "\",\"jti\":\"";
    private static final byte[] EXPECTED = CONSTANT_CLAIMS.getBytes(StandardCharsets.US_ASCII);
    private static final int ID_END = EXPECTED.length + 22;

    private final MessageDigest inner = keyed(0x36);
    private final MessageDigest outer = keyed(0x5c);

    @Override
    public String issue() {
        long now = System.currentTimeMillis();
        String claims = CONSTANT_CLAIMS + Claims.newId() + "\",\"iat\":" + now / 1000 + ",\"exp\":"
                + (now / 1000 + Claims.LIFETIME.toSeconds()) + ",\"nbf\":" + now / 1000 + ",\"lat\":" + now + "}";
        String input = new String(PREFIX, StandardCharsets.ISO_8859_1) + encoded(claims);
        byte[] text = input.getBytes(StandardCharsets.ISO_8859_1);
        return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(text, text.length));
    }

    @Override
    public @Nullable String verify(String token) {
        byte[] text = token.getBytes(StandardCharsets.ISO_8859_1);
        int lastDot = text.length - 44;
        if (lastDot < PREFIX.length || !Arrays.equals(text, 0, PREFIX.length, PREFIX, 0, PREFIX.length)) {
            return null;
        }
        byte[] signature = Base64.getUrlDecoder().decode(Arrays.copyOfRange(text, lastDot + 1, text.length));
        if (!MessageDigest.isEqual(mac(text, lastDot), signature)) {
            return null;
        }
        byte[] claims = Base64.getUrlDecoder().decode(Arrays.copyOfRange(text, PREFIX.length, lastDot));
        long now = System.currentTimeMillis() / 1000;
        boolean holds = Arrays.equals(claims, 0, EXPECTED.length, EXPECTED, 0, EXPECTED.length)
                && now < seconds(claims, ID_END + 25)
                && now >= seconds(claims, ID_END + 42);
        return holds ? new String(claims, EXPECTED.length, 22, StandardCharsets.ISO_8859_1) : null;
    }

    private static long seconds(byte[] claims, int start) {
        long seconds = 0;
        for (int i = start; i < start + 10; i++) {
            seconds = seconds * 10 + claims[i] - '0';
        }
        return seconds;
    }

    private byte[] mac(byte[] text, int length) {
        try {
            MessageDigest first = (MessageDigest) inner.clone();
            first.update(text, 0, length);
            MessageDigest second = (MessageDigest) outer.clone();
            byte[] mac = first.digest();
            second.update(mac);
            second.digest(mac, 0, mac.length);
            return mac;
        } catch (CloneNotSupportedException | DigestException notSun) {
            throw new IllegalStateException(notSun);
        }
    }

    private static MessageDigest keyed(int pad) {
        byte[] block = Arrays.copyOf(Claims.SECRET, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= (byte) pad;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(block);
            return digest;
        } catch (NoSuchAlgorithmException noSha) {
            throw new IllegalStateException(noSha);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
