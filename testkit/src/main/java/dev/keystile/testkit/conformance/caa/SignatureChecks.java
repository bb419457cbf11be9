package dev.keystile.testkit.conformance.caa;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.testkit.conformance.probe.Chapter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;

/** Well-formed signatures that are none, by {@code HMAC_SHA1} unless it says otherwise. */
final class SignatureChecks {

    private static final String WRONG = "signature does not match -> " + Answers.INVALID_SIGNATURE;

    private final Chapter chapter = Chapter.of("The Caa scheme", CaaChecks.ANY_SIGNED);

    private SignatureChecks() {}

    static Chapter chapter() {
        SignatureChecks checks = new SignatureChecks();
        checks.secrets();
        checks.messages();
        checks.lengths();
        checks.chapter.check(
                "caa.signature.every-bit",
                WRONG,
                "each bit flipped in turn (C39)",
                SessionProof.of(SignatureChecks::everyBit));
        return checks.chapter;
    }

    private void secrets() {
        wrong(
                "other-secret",
                "by another pair's secret (C41, R05)",
                (session, call) -> session.parts(call, session.pair().withSecretOf(Pair.UNKNOWN)));
        wrong(
                "by-api-key",
                "by the api key as the secret (C42)",
                (session, call) -> session.parts(
                        call, new Pair(session.pair().apiKey(), session.pair().apiKey())));
        wrong(
                "by-decoded-secret",
                "by the 32 bytes that the secret key spells, not by its characters",
                (session, call) -> {
                    SignedParts parts = session.parts(call);
                    byte[] key = Base64.getDecoder().decode(session.pair().secretKey());
                    String message = "?action=" + session.action(call) + "&apiKey=" + parts.apiKey() + "&timestamp=";
                    return parts.withSignature(Algorithm.hmac("HmacSHA1", key, message + parts.timestamp()));
                });
    }

    private void messages() {
        wrong("members-swapped", "over apiKey, action and timestamp, in this order", (session, call) -> {
            SignedParts parts = session.parts(call);
            byte[] key = session.pair().secretKey().getBytes(UTF_8);
            String message = "?apiKey=" + parts.apiKey() + "&action=" + session.action(call) + "&timestamp=";
            return parts.withSignature(Algorithm.hmac("HmacSHA1", key, message + parts.timestamp()));
        });
    }

    private void lengths() {
        for (int length : new int[] {1, 16, 19, 21, 31, 33, 64}) {
            String clause = "a well-formed signature of a length that isn't accepted -> " + Answers.INVALID_SIGNATURE;
            String proof = "the right one by HMAC_SHA256, cut or filled to " + length + " bytes";
            chapter.check(
                    "caa.signature." + length + "-bytes",
                    clause,
                    proof,
                    Forging.refused(Answers.INVALID_SIGNATURE, (session, call) -> {
                        SignedParts parts = session.parts(call, session.pair(), Algorithm.HMAC_SHA256, session.now());
                        return parts.withSignature(Arrays.copyOf(parts.signatureBytes(), length));
                    }));
        }
    }

    private void wrong(String id, String proof, Forging forging) {
        chapter.check("caa.signature." + id, WRONG, proof, Forging.refused(Answers.INVALID_SIGNATURE, forging));
    }

    private static void everyBit(CaaSession session) throws IOException {
        SignedParts parts = session.parts(session.gate());
        byte[] signature = parts.signatureBytes();
        for (int bit = 0; bit < signature.length * Byte.SIZE; bit++) {
            byte[] flipped = signature.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            String header = parts.withSignature(flipped).header();
            session.expect(Answers.INVALID_SIGNATURE, session.gate(), header);
        }
    }
}
