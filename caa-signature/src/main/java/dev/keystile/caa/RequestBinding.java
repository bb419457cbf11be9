package dev.keystile.caa;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.codec.Digests;
import dev.keystile.codec.UnicodeText;
import java.util.HexFormat;

/**
 * What a signature says of its request beside action, key and time: nothing, as the contracts want it, or method, target and body,
 * for endpoints of an application's own. Signer and verifier each make theirs of the request that they see.
 *
 * <p>Every part is preceded by its length in bytes, or has the same length always, so that no two requests are signed alike.
 */
public final class RequestBinding {

    private static final RequestBinding NONE = new RequestBinding("");

    private final String text;

    private RequestBinding(String text) {
        this.text = text;
    }

    /** Nothing of the request: the signature is as good for any other that the same action stands for. */
    public static RequestBinding none() {
        return NONE;
    }

    /**
     * Method, target and body.
     *
     * @param method such as {@code POST}, as it is sent
     * @param target the path as it is sent, still encoded, and behind a {@code ?} the query if there is one; without scheme, host
     *     and fragment
     * @param body the bytes of the body as they are sent; no bytes if there is none
     * @throws IllegalArgumentException if method or target holds an unpaired surrogate, which has no bytes of its own
     */
    public static RequestBinding of(String method, String target, byte[] body) {
        return new RequestBinding("&method=" + withLength(method) + "&target=" + withLength(target) + "&body="
                + HexFormat.of().formatHex(Digests.sha256(body)));
    }

    /** What is signed behind action, key and time. */
    String text() {
        return text;
    }

    /** Whether it binds nothing. */
    public boolean isNone() {
        return text.isEmpty();
    }

    private static String withLength(String part) {
        if (!UnicodeText.isWellFormed(part)) {
            throw new IllegalArgumentException("A method or target with half of a surrogate pair can't be signed;"
                    + " percent-encode it, as it is sent.");
        }
        return part.getBytes(UTF_8).length + ":" + part;
    }

    /** Whether something is bound, but not what: a target may hold what isn't everybody's business. */
    @Override
    public String toString() {
        return isNone() ? "RequestBinding[none]" : "RequestBinding[method, target, body]";
    }
}
