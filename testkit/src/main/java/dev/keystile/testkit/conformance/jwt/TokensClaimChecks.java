package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.ConformanceTarget.Trait;
import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.conformance.probe.Proof;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What a token of the {@code /tokens} dialect says. */
final class TokensClaimChecks {

    private static final long LARGEST_ID = (1L << 53) - 1;
    private static final long MILLIS = 1000;
    /** In seconds: a server may read its clock before it hashes a password, and once more behind that. */
    private static final long LONGEST_LOGIN = 60;

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9]{16}");

    private TokensClaimChecks() {}

    static Chapter chapter() {
        return Chapter.of("The /tokens dialect", Need.mounted(Operation.TOKENS_LOGIN))
                .check("tokens.claims.header", "HS256, typ is JWT", "a token's header", of(TokensClaimChecks::header))
                .check(
                        "tokens.claims.sub",
                        "sub is a JSON number when the user id is numeric",
                        "a token's sub",
                        of(TokensClaimChecks::subject),
                        Need.off(Trait.TEXT_SUBJECT))
                .check(
                        "tokens.claims.sub-text",
                        "sub is a string where the dialect doesn't say otherwise",
                        "a token's sub",
                        of(token -> require(!token.string("sub").isEmpty(), "sub as a string")),
                        Need.on(Trait.TEXT_SUBJECT))
                .check(
                        "tokens.claims.times",
                        "iat, nbf, exp and ttl in seconds, minutes and one clock",
                        "a token: nbf not after iat, exp ttl minutes after iat, lat at iat or a moment before",
                        TokensClaimChecks::times)
                .check(
                        "tokens.claims.jti",
                        "jti has 16 characters, of the alphanumeric alphabet",
                        "a token's jti",
                        of(token -> requireIdentifier(token, "jti")))
                .check(
                        "tokens.claims.fam",
                        "fam has 16 characters",
                        "a token's fam",
                        of(token -> requireIdentifier(token, "fam")))
                .check(
                        "tokens.claims.no-aud",
                        "the kind is told by aud: this dialect has none",
                        "a token's claims",
                        of(token -> require(!token.claims().has("aud"), "no aud")))
                .check(
                        "tokens.claims.iss",
                        "iss is what the server is configured with",
                        "a token's iss",
                        TokensClaimChecks::issuer,
                        Need.TOKENS_SECRET)
                .check(
                        "tokens.claims.fresh",
                        "a login begins a family",
                        "the tokens of two logins: another jti, another fam",
                        TokensClaimChecks::fresh);
    }

    private static Proof of(Consumer<TokenText> rule) {
        return probe -> rule.accept(TokenSession.of(probe, Dialect.TOKENS).token());
    }

    private static void header(TokenText token) {
        require(token.header().string("alg").filter("HS256"::equals).isPresent(), "alg HS256");
        require(token.header().string("typ").filter("JWT"::equals).isPresent(), "typ JWT");
    }

    private static void subject(TokenText token) {
        long subject = token.number("sub");
        require(subject >= 0 && subject <= LARGEST_ID, "sub from 0 to 2^53-1");
    }

    private static void times(Probe probe) throws IOException {
        TokenText token = TokenSession.of(probe, Dialect.TOKENS).login();
        long lifetime = probe.target().tokenLifetime().toSeconds();
        require(token.number("exp") - token.number("iat") == lifetime, "exp " + lifetime + " s after iat");
        require(token.number("nbf") <= token.number("iat"), "nbf not after iat");
        long behind = token.number("iat") - token.number("lat") / MILLIS;
        require(behind >= 0 && behind <= LONGEST_LOGIN, "lat in milliseconds, at iat or less than a minute before");
    }

    private static void issuer(Probe probe) throws IOException {
        String wanted = probe.target().tokens().orElseThrow().issuer();
        String issuer = TokenSession.of(probe, Dialect.TOKENS).token().string("iss");
        if (!issuer.equals(wanted)) {
            throw new Discrepancy("iss " + wanted, "iss " + issuer);
        }
    }

    private static void fresh(Probe probe) throws IOException {
        TokenSession session = TokenSession.of(probe, Dialect.TOKENS);
        TokenText first = session.login();
        TokenText second = session.login();
        require(!first.string("jti").equals(second.string("jti")), "another jti at each login");
        require(!first.string("fam").equals(second.string("fam")), "another fam at each login");
    }

    private static void requireIdentifier(TokenText token, String claim) {
        require(IDENTIFIER.matcher(token.string(claim)).matches(), claim + " of 16 alphanumeric characters");
    }

    private static void require(boolean holds, String expected) {
        if (!holds) {
            throw new Discrepancy(expected, "something else");
        }
    }
}
