package dev.keystile.jwt;

import dev.keystile.json.JsonObject;
import dev.keystile.json.JsonReader;
import dev.keystile.jwt.TokenVerdict.Refusal;
import dev.keystile.jwt.TokenVerdict.Refused;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opens a signed envelope without looking at what is in it: shape, header, key, algorithm, signature, in this order, and all or
 * nothing.
 */
final class JwsVerifier {

    /** What became of an envelope. */
    sealed interface Opening {

        /** The verdict on what was in the envelope, or that it stays closed. */
        TokenVerdict then(Function<byte[], TokenVerdict> reader);

        /** Signed by a key of the ring, under the algorithm of that key. */
        final class Opened implements Opening {

            private final byte[] payload;

            Opened(byte[] payload) {
                this.payload = payload;
            }

            byte[] payload() {
                return payload;
            }

            @Override
            public TokenVerdict then(Function<byte[], TokenVerdict> reader) {
                return reader.apply(payload);
            }
        }

        /** Not to be opened. */
        record Closed(Refused refused) implements Opening {
            @Override
            public TokenVerdict then(Function<byte[], TokenVerdict> reader) {
                return refused;
            }
        }
    }

    private static final String TOO_LONG = "the token is longer than these tokens may be";
    private static final String ILL_SHAPED = "the token is not three segments of canonical base64url";

    private final KeyRing keys;
    private final HeaderChecks headerChecks;
    private final int maxLength;

    JwsVerifier(KeyRing keys, TokenRules rules) {
        this.keys = keys;
        this.headerChecks = new HeaderChecks(rules);
        this.maxLength = rules.maxLength();
    }

    Opening open(String compact, long nowMillis) {
        Optional<CompactJws> envelope = CompactJws.split(compact, maxLength);
        if (envelope.isEmpty()) {
            return closed(Refusal.MALFORMED, compact.length() > maxLength ? TOO_LONG : ILL_SHAPED);
        }
        Optional<JsonObject> header = JsonReader.readObject(envelope.get().header());
        if (header.isEmpty()) {
            return closed(Refusal.MALFORMED, "the header is not one strict JSON object");
        }
        return headerChecks
                .objectionTo(header.get())
                .<Opening>map(Opening.Closed::new)
                .orElseGet(() -> open(envelope.get(), header.get(), nowMillis));
    }

    private Opening open(CompactJws envelope, JsonObject header, long nowMillis) {
        Optional<TokenKey> key = keys.find(header.string("kid"), nowMillis);
        if (key.isEmpty()) {
            return closed(Refusal.UNKNOWN_KEY, "no key of the ring has this kid, or it is retired");
        }
        if (!header.string("alg").equals(Optional.of(key.get().algorithm().jwsName()))) {
            return closed(Refusal.WRONG_ALGORITHM, "the alg is not the one that the key is bound to");
        }
        return key.get().scheme().verifies(envelope.signingInput(), envelope.signature())
                ? new Opening.Opened(envelope.payload())
                : closed(Refusal.WRONG_SIGNATURE, "the signature is not the key's");
    }

    private static Opening closed(Refusal reason, String detail) {
        return new Opening.Closed(new Refused(reason, detail));
    }
}
