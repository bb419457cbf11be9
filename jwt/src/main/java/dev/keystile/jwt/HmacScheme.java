package dev.keystile.jwt;

import dev.keystile.codec.HashFunction;
import dev.keystile.codec.Hmac;
import java.util.Map;

/** HS256, HS384 and HS512 (RFC 7518, section 3.2). */
final class HmacScheme implements SignatureScheme {

    private final Hmac hmac;

    private HmacScheme(Hmac hmac) {
        this.hmac = hmac;
    }

    /** The caller has checked the strength of {@code secret}. */
    static SignatureScheme of(TokenAlgorithm algorithm, HmacSecret secret) {
        return new HmacScheme(Hmac.of(hashOf(algorithm), secret.bytes()));
    }

    @Override
    public boolean verifies(byte[] input, byte[] signature) {
        return verifies(input, input.length, signature);
    }

    @Override
    public boolean verifies(byte[] text, int length, byte[] signature) {
        return hmac.verifies(text, length, signature);
    }

    @Override
    public boolean canSign() {
        return true;
    }

    @Override
    public byte[] sign(byte[] input) {
        return sign(input, input.length);
    }

    @Override
    public byte[] sign(byte[] text, int length) {
        return hmac.sign(text, length);
    }

    @Override
    public Map<String, String> publicMembers() {
        return Map.of();
    }

    private static HashFunction hashOf(TokenAlgorithm algorithm) {
        return switch (algorithm) {
            case HS256 -> HashFunction.SHA_256;
            case HS384 -> HashFunction.SHA_384;
            case HS512 -> HashFunction.SHA_512;
            default -> throw new IllegalArgumentException(algorithm.jwsName() + " is no HMAC.");
        };
    }
}
