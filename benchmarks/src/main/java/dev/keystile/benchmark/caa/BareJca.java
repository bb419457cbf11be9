package dev.keystile.benchmark.caa;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The limit: bytes, one digest and one buffer for the whole thread, nothing checked that the benchmark doesn't get wrong. The map
 * has keys of 32 bytes and the padded secrets as values.
 */
final class BareJca implements CaaWay {

    private static final int BLOCK = 64;
    private static final byte[] BEFORE_KEY =
            ("?action=" + Pairs.ACTION + "&apiKey=").getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEFORE_TIME = "&timestamp=".getBytes(StandardCharsets.US_ASCII);
    private static final long WINDOW_MILLIS = 300_000;

    private final Map<ByteBuffer, byte[]> secrets = new ConcurrentHashMap<>();
    private final MessageDigest digest;
    private final byte[] block = new byte[BLOCK];
    private final byte[] mac = new byte[20];
    private byte[][] keys = {};
    private byte[][] secretsOfKeys = {};

    BareJca() throws GeneralSecurityException {
        digest = MessageDigest.getInstance("SHA-1");
    }

    @Override
    public void learn(int count) {
        keys = new byte[count][];
        secretsOfKeys = new byte[count][];
        for (int index = 0; index < count; index++) {
            keys[index] = Pairs.keyOf(index);
            secretsOfKeys[index] = Base64.getEncoder().encode(Pairs.secretOf(index));
            secrets.put(ByteBuffer.wrap(keys[index]), secretsOfKeys[index]);
        }
    }

    @Override
    public String sign(int index) throws GeneralSecurityException {
        byte[] inner = new byte[44 + 1 + 28 + 1 + 13];
        byte[] key = Base64.getEncoder().encode(keys[index]);
        System.arraycopy(key, 0, inner, 0, 44);
        inner[44] = ':';
        inner[73] = ' ';
        long time = System.currentTimeMillis();
        for (int i = 86; i > 73; i--, time /= 10) {
            inner[i] = (byte) ('0' + time % 10);
        }
        compute(inner, secretsOfKeys[index]);
        System.arraycopy(Base64.getEncoder().encode(mac), 0, inner, 45, 28);
        return "Caa " + Base64.getEncoder().encodeToString(inner);
    }

    @Override
    public boolean verify(String header) throws GeneralSecurityException {
        byte[] inner = Base64.getDecoder().decode(header.substring(4));
        byte[] key = new byte[44];
        System.arraycopy(inner, 0, key, 0, 44);
        byte[] signature = new byte[28];
        System.arraycopy(inner, 45, signature, 0, 28);
        byte[] secret = secrets.get(ByteBuffer.wrap(Base64.getDecoder().decode(key)));
        if (secret == null) {
            return false;
        }
        compute(inner, secret);
        long time = 0;
        for (int i = 74; i < 87; i++) {
            time = time * 10 + inner[i] - '0';
        }
        return MessageDigest.isEqual(mac, Base64.getDecoder().decode(signature))
                && Math.abs(time - System.currentTimeMillis()) <= WINDOW_MILLIS;
    }

    private void compute(byte[] inner, byte[] secret) throws GeneralSecurityException {
        pad(secret, 0x36);
        digest.update(BEFORE_KEY);
        digest.update(inner, 0, 44);
        digest.update(BEFORE_TIME);
        digest.update(inner, 74, 13);
        digest.digest(mac, 0, mac.length);
        pad(secret, 0x5c);
        digest.update(mac);
        digest.digest(mac, 0, mac.length);
    }

    private void pad(byte[] secret, int pad) {
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) ((i < secret.length ? secret[i] : 0) ^ pad);
        }
        digest.update(block);
    }
}
