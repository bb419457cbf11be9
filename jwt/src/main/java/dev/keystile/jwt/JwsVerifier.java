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
        TokenVerdict then(Function<Payload, TokenVerdict> reader);

        /** Signed by a key of the ring, under the algorithm of that key. */
        final class Opened implements Opening {

            private final Payload payload;

            Opened(Payload payload) {
                this.payload = payload;
            }

            byte[] payload() {
                return payload.bytes();
            }

            @Override
            public TokenVerdict then(Function<Payload, TokenVerdict> reader) {
                return reader.apply(payload);
            }
        }

        /** Not to be opened. */
        record Closed(Refused refused) implements Opening {
            @Override
            public TokenVerdict then(Function<Payload, TokenVerdict> reader) {
                return refused;
            }
        }
    }

    private static final Opening TOO_LONG = closed(Refusal.MALFORMED, "the token is longer than these tokens may be");
    private static final Opening ILL_SHAPED =
            closed(Refusal.MALFORMED, "the token is not three segments of canonical base64url");
    private static final Opening BAD_HEADER = closed(Refusal.MALFORMED, "the header is not one strict JSON object");
    private static final Opening NO_SUCH_KEY =
            closed(Refusal.UNKNOWN_KEY, "no key of the ring has this kid, or it is retired");
    private static final Opening OTHER_ALGORITHM =
            closed(Refusal.WRONG_ALGORITHM, "the alg is not the one that the key is bound to");
    private static final Opening NOT_OURS = closed(Refusal.WRONG_SIGNATURE, "the signature is not the key's");

    private final KeyRing keys;
    private final OwnHeaders ownHeaders;
    private final HeaderChecks headerChecks;
    private final PayloadDecoder payloads = new PayloadDecoder();
    private final int maxLength;

    JwsVerifier(KeyRing keys, TokenRules rules) {
        this.keys = keys;
        this.ownHeaders = new OwnHeaders(keys, rules);
        this.headerChecks = new HeaderChecks(rules);
        this.maxLength = rules.maxLength();
    }

    Opening open(String compact, long nowMillis) {
        if (compact.length() > maxLength) {
            return TOO_LONG;
        }
        CompactJws envelope = CompactJws.cut(compact);
        if (envelope == null) {
            return ILL_SHAPED;
        }
        TokenKey key = ownHeaders.keyFor(compact, nowMillis);
        return key == null ? openForeign(envelope, nowMillis) : open(envelope, key);
    }

    private Opening openForeign(CompactJws envelope, long nowMillis) {
        if (!envelope.isCanonical()) {
            return ILL_SHAPED;
        }
        Optional<JsonObject> header = JsonReader.readObject(envelope.header());
        if (header.isEmpty()) {
            return BAD_HEADER;
        }
        Refused objection = headerChecks.objectionTo(header.get());
        return objection == null ? open(envelope, header.get(), nowMillis) : new Opening.Closed(objection);
    }

    private Opening open(CompactJws envelope, JsonObject header, long nowMillis) {
        Optional<TokenKey> key = keys.find(header.string("kid"), nowMillis);
        if (key.isEmpty()) {
            return NO_SUCH_KEY;
        }
        return header.string("alg").equals(Optional.of(key.get().algorithm().jwsName()))
                ? open(envelope, key.get())
                : OTHER_ALGORITHM;
    }

    /** Shape outranks signature in what is told, though the payload is looked at after the signature was. */
    private Opening open(CompactJws envelope, TokenKey key) {
        byte[] signature = envelope.signature();
        if (signature == null) {
            return ILL_SHAPED;
        }
        if (!envelope.isSigned(key.scheme(), signature)) {
            return envelope.hasCanonicalPayload() ? NOT_OURS : ILL_SHAPED;
        }
        Payload payload = envelope.takePayload(payloads);
        return payload == null ? ILL_SHAPED : new Opening.Opened(payload);
    }

    private static Opening closed(Refusal reason, String detail) {
        return new Opening.Closed(new Refused(reason, detail));
    }
}
