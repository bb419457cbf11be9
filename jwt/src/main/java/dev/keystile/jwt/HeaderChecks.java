package dev.keystile.jwt;

import dev.keystile.json.JsonObject;
import dev.keystile.jwt.TokenVerdict.Refusal;
import dev.keystile.jwt.TokenVerdict.Refused;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a token has to be, before any key is looked up. {@code alg}, {@code typ} and {@code kid} are understood;
 * every other member that RFC 7515, 7516 or 7797 defines is refused. Members that mean nothing to anybody are ignored, as
 * RFC 7515, section 4 demands.
 */
final class HeaderChecks {

    /** They bring keys along, name extensions, or turn the token into something else: compressed, encrypted, nested, detached. */
    private static final Set<String> UNSUPPORTED =
            Set.of("crit", "b64", "zip", "enc", "cty", "jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256");

    private static final Refused NO_ALGORITHM =
            new Refused(Refusal.MALFORMED, "the header has no alg, or one that is no string");
    private static final Refused NO_STRING =
            new Refused(Refusal.MALFORMED, "the header has a kid or typ that is no string");
    private static final Refused UNSUPPORTED_FOUND = new Refused(
            Refusal.UNSUPPORTED_HEADER, "the header has one of " + String.join(", ", new TreeSet<>(UNSUPPORTED)));
    private static final Refused OTHER_TYPE =
            new Refused(Refusal.WRONG_TYPE, "the header's typ is not the one of these tokens");
    private static final String PLAIN_TYPE = "jwt";
    private static final String MEDIA_TYPE_PREFIX = "application/";

    private final String type;

    HeaderChecks(TokenRules rules) {
        this.type = normalized(rules.type());
    }

    /** The first thing that is wrong with {@code header}, or null. */
    @Nullable
    Refused objectionTo(JsonObject header) {
        if (header.string("alg").isEmpty()) {
            return NO_ALGORITHM;
        }
        if (isNoString(header, "kid") || isNoString(header, "typ")) {
            return NO_STRING;
        }
        for (String name : header.members().keySet()) {
            if (UNSUPPORTED.contains(name)) {
                return UNSUPPORTED_FOUND;
            }
        }
        return isOfOurType(header.string("typ")) ? null : OTHER_TYPE;
    }

    private static boolean isNoString(JsonObject header, String name) {
        return header.has(name) && header.string(name).isEmpty();
    }

    private boolean isOfOurType(Optional<String> typ) {
        return typ.map(text -> normalized(text).equals(type)).orElse(type.equals(PLAIN_TYPE));
    }

    private static String normalized(String typ) {
        String lower = typ.toLowerCase(Locale.ROOT);
        return lower.startsWith(MEDIA_TYPE_PREFIX) ? lower.substring(MEDIA_TYPE_PREFIX.length()) : lower;
    }
}
