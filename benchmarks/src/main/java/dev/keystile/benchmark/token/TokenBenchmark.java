package dev.keystile.benchmark.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Issue, verify, refuse: the same tokens for every library. */
@State(Scope.Benchmark)
public class TokenBenchmark {

    /** Whose turn it is. */
    @Param
    public LibraryName library = LibraryName.KEYSTILE;

    private @Nullable TokenLibrary opened;
    private String good = "";
    private String forged = "";
    private String expired = "";

    /** Tokens that hold, that are one bit off, and that were over a minute ago; and a proof that they are told apart. */
    @Setup
    public void prepare() throws JOSEException, GeneralSecurityException {
        TokenLibrary subject = library.open();
        opened = subject;
        good = subject.issue();
        forged = forgedFrom(good);
        expired = shiftedBack(good);
        if (subject.verify(good) == null || subject.verify(forged) != null || subject.verify(expired) != null) {
            throw new IllegalStateException(library + " can't tell good from bad");
        }
    }

    /** A new token. */
    @Benchmark
    public String issue() {
        return subject().issue();
    }

    /** A token that holds. */
    @Benchmark
    public @Nullable String verify() {
        return subject().verify(good);
    }

    /** A token that holds, and another for it; nothing remembers that the first was used. */
    @Benchmark
    public @Nullable String refresh() {
        return subject().verify(good) == null ? null : subject().issue();
    }

    /** A token with another signature. */
    @Benchmark
    public @Nullable String forged() {
        return subject().verify(forged);
    }

    /** A genuine token that is over. */
    @Benchmark
    public @Nullable String expired() {
        return subject().verify(expired);
    }

    private TokenLibrary subject() {
        if (opened == null) {
            throw new IllegalStateException("prepare comes first");
        }
        return opened;
    }

    /** {@code token}, with another signature. */
    static String forgedFrom(String token) {
        int last = token.length() - 3;
        return token.substring(0, last) + (token.charAt(last) == 'A' ? 'B' : 'A') + token.substring(last + 1);
    }

    /** {@code token}, with all of its times put back until it has been over for a minute, and signed anew. */
    private static String shiftedBack(String token) throws GeneralSecurityException {
        int firstDot = token.indexOf('.');
        String claims = Base64URL.from(token.substring(firstDot + 1, token.lastIndexOf('.')))
                .decodeToString();
        long back = Claims.LIFETIME.toSeconds() + 60;
        for (Map.Entry<String, Integer> time :
                Map.of("iat", 1, "nbf", 1, "exp", 1, "lat", 1000).entrySet()) {
            int start = claims.indexOf("\"" + time.getKey() + "\":") + 6;
            int end = start;
            while (Character.isDigit(claims.charAt(end))) {
                end++;
            }
            long shifted = Long.parseLong(claims, start, end, 10) - back * time.getValue();
            claims = claims.substring(0, start) + shifted + claims.substring(end);
        }
        String input = token.substring(0, firstDot + 1) + Base64URL.encode(claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Claims.SECRET, "HmacSHA256"));
        return input + "." + Base64URL.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    }
}
