package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a token of the Bearer dialect says. */
final class BearerClaimChecks {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final long MILLIS = 1000;
    /** In seconds: a server may read its clock before it hashes a password, and once more behind that. */
    private static final long LONGEST_LOGIN = 60;

    private static final long LIFETIME_SECONDS = 30 * 60;

    private BearerClaimChecks() {}

    static Chapter chapter() {
        return Chapter.of("The Bearer dialect", Need.mounted(Operation.BEARER_LOGIN))
                .check(
                        "bearer.claims.alg",
                        "HS256",
                        "a token's header",
                        probe -> require(token(probe).header().string("alg"), "HS256", "alg"))
                .check(
                        "bearer.claims.sub",
                        "sub is the user name",
                        "a token's sub",
                        probe -> require(
                                token(probe).claims().string("sub"),
                                probe.target().user().name(),
                                "sub"))
                .check("bearer.claims.jti", "jti is a UUID", "a token's jti", BearerClaimChecks::identifier)
                .check(
                        "bearer.claims.exp",
                        "30 minutes",
                        "a token: exp 30 minutes after lat, or a moment more",
                        BearerClaimChecks::expiry)
                .check(
                        "bearer.claims.private",
                        "private claims uid, fam, lat",
                        "a token's claims: two strings and a number",
                        BearerClaimChecks::privateClaims)
                .check(
                        "bearer.claims.iss",
                        "iss is what the server is configured with",
                        "a token's iss",
                        probe -> require(
                                token(probe).claims().string("iss"),
                                probe.target().bearer().orElseThrow().issuer(),
                                "iss"),
                        Need.BEARER_SECRET)
                .check(
                        "bearer.claims.aud",
                        "aud is what the server is configured with",
                        "a token's aud",
                        probe -> require(
                                token(probe).claims().string("aud"),
                                probe.target().bearer().orElseThrow().audience().orElse(""),
                                "aud"),
                        Need.BEARER_SECRET);
    }

    private static TokenText token(Probe probe) throws IOException {
        return TokenSession.of(probe, Dialect.BEARER).token();
    }

    private static void identifier(Probe probe) throws IOException {
        if (!UUID.matcher(token(probe).string("jti")).matches()) {
            throw new Discrepancy("jti as a UUID", "something else");
        }
    }

    private static void expiry(Probe probe) throws IOException {
        TokenText token = TokenSession.of(probe, Dialect.BEARER).login();
        long lifetime = token.number("exp") - token.number("lat") / MILLIS;
        if (lifetime < LIFETIME_SECONDS || lifetime > LIFETIME_SECONDS + LONGEST_LOGIN) {
            throw new Discrepancy("exp " + LIFETIME_SECONDS + " s after the login", lifetime + " s after lat");
        }
    }

    private static void privateClaims(Probe probe) throws IOException {
        TokenText token = token(probe);
        token.string("uid");
        token.string("fam");
        token.number("lat");
    }

    private static void require(Optional<String> given, String wanted, String name) {
        if (!given.equals(Optional.of(wanted))) {
            throw new Discrepancy(name + " " + wanted, name + " " + given.orElse("missing"));
        }
    }
}
