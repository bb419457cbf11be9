package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Collects headers that are spoilt on their way: each is right but for one thing. The ids in brackets are those of the project's
 * collection of bad inputs.
 */
final class HeaderTrial {

    private static final String MALFORMED =
            "header missing, sent twice, other scheme, not canonical base64, wrong inner shape" + " -> "
                    + Answers.INVALID_AUTHORIZATION;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final Chapter chapter = Chapter.of("The Caa scheme", CaaChecks.ANY_SIGNED);

    Chapter chapter() {
        return chapter;
    }

    /** A header around an inner text that is spoilt. */
    void inner(String id, String proof, Function<SignedParts, String> spoil) {
        value(id, proof, parts -> SignedParts.headerAround(spoil.apply(parts)));
    }

    /** A header whose value is spoilt. */
    void value(String id, String proof, Function<SignedParts, String> spoil) {
        lines(id, proof, parts -> List.of("Authorization: " + spoil.apply(parts)));
    }

    /** Other header lines in the place of the one. */
    void lines(String id, String proof, Function<SignedParts, List<String>> spoil) {
        chapter.check("caa.header." + id, MALFORMED, proof, probe -> {
            SignedCall call = CaaSession.of(probe).gate();
            WireRequest request = call.request().apply(probe);
            for (String line : spoil.apply(awkwardParts(probe, call))) {
                request = request.line(line);
            }
            probe.expect(Answers.INVALID_AUTHORIZATION, request);
        });
    }

    /** Right parts whose header needs padding, and whose signature needs one of the two characters that alphabets differ in. */
    private static SignedParts awkwardParts(Probe probe, SignedCall call) throws IOException {
        CaaSession session = CaaSession.of(probe);
        SignedParts parts = session.parts(call, session.pair(), Algorithm.HMAC_SHA256, session.now());
        while (inUrlAlphabet(parts).equals(parts.inner())) {
            parts = session.parts(call, session.pair(), Algorithm.HMAC_SHA256, session.now());
        }
        return parts;
    }

    static String inUrlAlphabet(SignedParts parts) {
        String signature = parts.signature().replace('+', '-').replace('/', '_');
        return parts.withSignature(signature).inner();
    }

    /** {@code base64}, which has padding, with a bit set that spells no byte. */
    static String withSpareBits(String base64) {
        int last = base64.indexOf('=') - 1;
        char next = ALPHABET.charAt(ALPHABET.indexOf(base64.charAt(last)) + 1);
        return base64.substring(0, last) + next + base64.substring(last + 1);
    }
}
