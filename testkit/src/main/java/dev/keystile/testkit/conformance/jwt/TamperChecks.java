package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.probe.Chapter;
import java.util.function.Function;

/** Live tokens that were tampered with by somebody who has no secret. None is exchanged, and the token is as it was. */
final class TamperChecks {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final Exchange exchange;
    private final Chapter chapter;

    private TamperChecks(Exchange exchange) {
        this.exchange = exchange;
        this.chapter = Chapter.of("Token exchange", exchange.need());
    }

    static Chapter chapter(Exchange exchange) {
        TamperChecks checks = new TamperChecks(exchange);
        checks.shapes();
        checks.encodings();
        checks.signatures();
        checks.algorithms();
        return checks.chapter;
    }

    private void shapes() {
        tampered("text", "a word", token -> "x");
        tampered("dots", "a letter and two dots", token -> "x..");
        tampered("two-parts", "the signature left out", token -> token.part(0) + "." + token.part(1));
        tampered("four-parts", "a part more", token -> token.text() + ".x");
        tampered("long", "16 KiB", token -> "x".repeat(16 * 1024));
    }

    private void encodings() {
        tampered("padded", "padding behind the signature", token -> token.text() + "=");
        tampered("spare-bits", "spare bits in the signature's last character", TamperChecks::withSpareBits);
        tampered("letter-behind", "a letter behind the signature", token -> token.text() + "A");
        tampered(
                "not-ascii",
                "a letter outside ASCII in the signature",
                token -> token.text().substring(1) + "\u00E9");
    }

    private void signatures() {
        tampered("no-signature", "an empty signature", token -> token.part(0) + "." + token.part(1) + ".");
        tampered(
                "first-letter",
                "the first character of the signature changed",
                token -> token.part(0) + "." + token.part(1) + "."
                        + otherThan(token.part(2).charAt(0)) + token.part(2).substring(1));
        tampered(
                "other-claims",
                "another exp under the old signature",
                token -> token.part(0) + "."
                        + TokenText.encode(Forgery.of(token)
                                .with("exp", token.number("exp") + 1)
                                .payload())
                        + "." + token.part(2));
        tampered(
                "empty-secret",
                "signed with a secret of one zero byte",
                token -> Forgery.of(token)
                        .signed("HmacSHA256", new byte[1], Forgery.of(token).payload()));
    }

    private void algorithms() {
        for (String none : new String[] {"none", "None", "NONE"}) {
            tampered(
                    "alg-" + none,
                    "alg " + none + " and no signature",
                    token -> TokenText.encode("{\"alg\":\"" + none + "\"}") + "." + token.part(1) + ".");
        }
        tampered(
                "alg-none-kept",
                "alg none, the old signature kept",
                token -> TokenText.encode("{\"alg\":\"none\"}") + "." + token.part(1) + "." + token.part(2));
    }

    private void tampered(String id, String proof, Function<TokenText, String> spoil) {
        chapter.check(
                exchange.name() + ".tampered." + id,
                "malformed or forged -> " + exchange.dialect().refusal(),
                proof,
                probe -> {
                    TokenSession session = TokenSession.of(probe, exchange);
                    session.refuse(exchange, spoil.apply(session.token()));
                });
    }

    /** A signature of 32 bytes has two spare bits in its last character. */
    private static String withSpareBits(TokenText token) {
        int last = token.text().length() - 1;
        char next = ALPHABET.charAt(ALPHABET.indexOf(token.text().charAt(last)) + 1);
        return token.text().substring(0, last) + next;
    }

    private static char otherThan(char letter) {
        return letter == 'A' ? 'B' : 'A';
    }
}
