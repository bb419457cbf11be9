package dev.keystile.store.redis.instrument;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.Exchange;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.throttle.ThrottleKey;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenSuccessor;
import java.time.Duration;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** A user whose logins follow from the name alone, so that every JVM makes up the same ones. */
public record Someone(String name) {

    /** A time like any other. */
    public static final long NOW = 1_700_000_000_000L;

    /** When everything that is made up here ends. */
    public static final long END = NOW + Duration.ofDays(3).toMillis();

    /** Neither grace nor reuse detection. */
    public static final ExchangePolicy STRICT = ExchangePolicy.strict();

    /** The longest grace window. */
    public static final ExchangePolicy LENIENT = STRICT.withGraceWindow(ExchangePolicy.LONGEST_GRACE);

    /** Reuse detection alone. */
    public static final ExchangePolicy WATCHFUL = STRICT.withReuseDetection();

    private static final RandomBytes RANDOM = RandomBytes.secure();

    /** What all throttles of the tests name their meters by. */
    public static final ThrottleKey THROTTLE_KEY = ThrottleKey.of(RANDOM.next(32));

    private static final int FAMILY_BYTES = 8;

    /** Somebody whom no other test knows. */
    public static Someone unique() {
        return new Someone(fresh());
    }

    /** A word that was never said before. */
    public static String fresh() {
        return RANDOM.alphanumeric(16);
    }

    /** The id of this user. */
    public UserId user() {
        return new UserId("someone-" + name);
    }

    /** The first credential of this user's login. */
    public StoredCredential pair() {
        return pair("only");
    }

    /** The first credential of the login by that name. */
    public StoredCredential pair(String login) {
        FamilyId family = new FamilyId(HexFormat.of().formatHex(digest("family " + login), 0, FAMILY_BYTES));
        return StoredCredential.begin(lookup(login), user(), family, NOW, END, body(login));
    }

    /** What could succeed {@code former}; another one for every {@code word}. */
    public StoredCredential next(StoredCredential former, String word) {
        return former.successor(lookup(word), body(word), NOW, END);
    }

    /** An exchange of {@code former} for a successor of its own. */
    public Exchange refresh(StoredCredential former, ExchangePolicy policy) {
        return refresh(former, policy, NOW);
    }

    /** As {@link #refresh(StoredCredential, ExchangePolicy)}, at another time. */
    public Exchange refresh(StoredCredential former, ExchangePolicy policy, long nowMillis) {
        return new Exchange(former.lookup(), next(former, fresh()), policy, nowMillis);
    }

    /** A token of this user. */
    public TokenReference token() {
        return new TokenReference(new TokenHolder(user(), "test"), pair().family(), "first-" + name, NOW);
    }

    /** An exchange of {@link #token} for a successor of its own. */
    public TokenExchange spend(ExchangePolicy policy, long nowMillis) {
        TokenSuccessor successor = new TokenSuccessor(fresh(), SealedToken.of(RANDOM.next(200)));
        return new TokenExchange(token(), successor, policy, nowMillis, END, END);
    }

    private Lookup lookup(String word) {
        return Lookup.of(user().tag(), digest("lookup " + word));
    }

    private CredentialBody body(String word) {
        return CredentialBody.of(digest("body " + word));
    }

    private byte[] digest(String word) {
        return DigestUtils.sha256(name + " " + word);
    }
}
