package dev.keystile.benchmark.caa;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The limit: bytes, one digest and one set of buffers for the whole thread, no garbage but the answer, nothing checked that the
 * benchmark doesn't get wrong. The map has keys of 32 bytes and the padded secrets as values.
 */
final class BareJca implements CaaWay {

    private static final int BLOCK = 64;
    private static final int KEY = 44;
    private static final int SIGNATURE = 28;
    private static final int TIME = 13;
    private static final int INNER = KEY + 1 + SIGNATURE + 1 + TIME;
    private static final String SCHEME = "Caa ";
    private static final byte[] BEFORE_KEY =
            ("?action=" + Pairs.ACTION + "&apiKey=").getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEFORE_TIME = "&timestamp=".getBytes(StandardCharsets.US_ASCII);
    private static final long WINDOW_MILLIS = 300_000;

    private final Map<ByteBuffer, byte[]> secrets = new ConcurrentHashMap<>();
    private final MessageDigest digest;
    private final byte[] block = new byte[BLOCK];
    private final byte[] mac = new byte[20];
    private final byte[] text = new byte[INNER / 3 * 4];
    private final byte[] inner = new byte[INNER];
    private final byte[] keyText = new byte[KEY];
    private final ByteBuffer key = ByteBuffer.allocate(32);
    private final byte[] signatureText = new byte[SIGNATURE];
    private final byte[] signature = new byte[20];
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
            byte[] bytes = Pairs.keyOf(index);
            keys[index] = Base64.getEncoder().encode(bytes);
            secretsOfKeys[index] = Base64.getEncoder().encode(Pairs.secretOf(index));
            secrets.put(ByteBuffer.wrap(bytes), secretsOfKeys[index]);
        }
    }

    @Override
    public String sign(int index) throws GeneralSecurityException {
        System.arraycopy(keys[index], 0, inner, 0, KEY);
        inner[KEY] = ':';
        inner[KEY + 1 + SIGNATURE] = ' ';
        long time = System.currentTimeMillis();
        for (int i = INNER - 1; i >= INNER - TIME; i--, time /= 10) {
            inner[i] = (byte) ('0' + time % 10);
        }
        compute(secretsOfKeys[index]);
        Base64.getEncoder().encode(mac, signatureText);
        System.arraycopy(signatureText, 0, inner, KEY + 1, SIGNATURE);
        Base64.getEncoder().encode(inner, text);
        return SCHEME + new String(text, StandardCharsets.ISO_8859_1);
    }

    @Override
    @SuppressWarnings("deprecation") // the one way to a string's bytes that makes no array
    public boolean verify(String header) throws GeneralSecurityException {
        header.getBytes(SCHEME.length(), header.length(), text, 0);
        Base64.getDecoder().decode(text, inner);
        System.arraycopy(inner, 0, keyText, 0, KEY);
        Base64.getDecoder().decode(keyText, key.array());
        byte[] secret = secrets.get(key);
        if (secret == null) {
            return false;
        }
        compute(secret);
        long time = 0;
        for (int i = INNER - TIME; i < INNER; i++) {
            time = time * 10 + inner[i] - '0';
        }
        System.arraycopy(inner, KEY + 1, signatureText, 0, SIGNATURE);
        Base64.getDecoder().decode(signatureText, signature);
        return MessageDigest.isEqual(mac, signature) && Math.abs(time - System.currentTimeMillis()) <= WINDOW_MILLIS;
    }

    private void compute(byte[] secret) throws GeneralSecurityException {
        pad(secret, 0x36);
        digest.update(BEFORE_KEY);
        digest.update(inner, 0, KEY);
        digest.update(BEFORE_TIME);
        digest.update(inner, INNER - TIME, TIME);
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
