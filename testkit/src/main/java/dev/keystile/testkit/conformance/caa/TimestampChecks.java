package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.probe.Chapter;
import java.io.IOException;
import java.math.BigInteger;
import java.util.function.UnaryOperator;

/**
 * What is a timestamp and what isn't, each under a signature that is right for it. The ids in brackets are those of the
 * project's collection of bad inputs.
 */
final class TimestampChecks {

    private final Chapter chapter = Chapter.of("The Caa scheme", CaaChecks.ANY_SIGNED);

    private TimestampChecks() {}

    static Chapter chapter() {
        TimestampChecks checks = new TimestampChecks();
        checks.digits();
        checks.numbers();
        return checks.chapter.check(
                "caa.timestamp.altered",
                "signature does not match -> " + Answers.INVALID_SIGNATURE,
                "a millisecond taken off behind the signer's back (T25)",
                Forging.refused(Answers.INVALID_SIGNATURE, TimestampChecks::altered));
    }

    private void digits() {
        malformed("text", "letters (T01)", now -> "abc");
        malformed("empty", "nothing (T02)", now -> "");
        malformed("plus", "a plus sign before 13 digits (T04)", now -> "+" + now);
        malformed("plus-12", "a plus sign before 12 digits", now -> "+" + now.substring(1));
        malformed("minus", "a minus sign before 12 digits", now -> "-" + now.substring(1));
        malformed("14-digits", "14 digits (T07)", now -> now + "0");
        malformed("12-digits", "12 digits", now -> now.substring(1));
        malformed("leading-zeros", "zeros before 13 digits (T08)", now -> "000" + now);
        malformed("exponent", "an exponent (T10)", now -> "1.7e12");
        malformed("hex", "hex of 13 characters (T11)", now -> "0x18BCFE56800");
        malformed("suffix", "a suffix L (T13)", now -> now + "L");
        malformed("arabic-indic", "Arabic-Indic digits (T14)", now -> OtherDigits.from('\u0660', now));
        malformed("full-width", "full-width digits", now -> OtherDigits.from('\uFF10', now));
        malformed("space", "a space before it (T26)", now -> " " + now);
    }

    private void numbers() {
        BigInteger twoTo63 = BigInteger.TWO.pow(63);
        malformed("zero", "0 (T05)", now -> "0");
        malformed(
                "long-max",
                "2^63-1 (T16)",
                now -> twoTo63.subtract(BigInteger.ONE).toString());
        malformed("over-long-max", "2^63 (T17)", now -> twoTo63.toString());
        malformed(
                "minus-2-63",
                "now - 2^63, whose distance from now overflows (T19)",
                now -> new BigInteger(now).subtract(twoTo63).toString());
        malformed(
                "plus-2-64",
                "now + 2^64, which wraps to now (T20)",
                now -> new BigInteger(now).add(twoTo63.shiftLeft(1)).toString());
    }

    private void malformed(String id, String proof, UnaryOperator<String> spoil) {
        String clause = "exactly 13 digits, Unix milliseconds -> " + Answers.INVALID_AUTHORIZATION;
        chapter.check(
                "caa.timestamp." + id,
                clause,
                proof,
                Forging.refused(
                        Answers.INVALID_AUTHORIZATION,
                        (session, call) -> session.parts(call, session.pair(), spoil.apply(session.now()))));
    }

    private static SignedParts altered(CaaSession session, SignedCall call) throws IOException {
        SignedParts parts = session.parts(call);
        return parts.withTimestamp(Long.toString(Long.parseLong(parts.timestamp()) - 1));
    }
}
