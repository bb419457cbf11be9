package dev.keystile.store.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What the stores say to the server: a script for each intent, with what it shares with others before it. Each takes as its
 * last argument whether replicas are to acknowledge the answer.
 */
enum Script {
    FIND(Effect.READS, "find"),
    ISSUE(Effect.CHANGES, "issue", "shelf", "credentials"),
    EXCHANGE(Effect.CHANGES, "exchange", "exchange_at_once", "shelf", "credentials"),
    REVOKE(Effect.CHANGES, "revoke", "shelf", "credentials"),
    REVOKE_ALL(Effect.CHANGES, "revoke_all", "shelf", "credentials"),
    STANDING(Effect.READS, "standing", "shelf", "tokens"),
    EXCHANGE_TOKEN(Effect.CHANGES, "exchange_token", "shelf", "tokens"),
    REVOKE_FAMILY(Effect.CHANGES, "revoke_family", "shelf", "tokens"),
    REVOKE_LOGINS(Effect.CHANGES, "revoke_logins", "shelf", "tokens"),
    REMEMBER_USE(Effect.CHANGES, "remember_use"),
    BEGIN_ATTEMPT(Effect.CHANGES, "begin_attempt", "attempts"),
    CLEAR_ATTEMPT(Effect.CHANGES, "clear_attempt", "attempts"),
    WITHDRAW_ATTEMPT(Effect.CHANGES, "withdraw_attempt", "attempts");

    private final Effect effect;
    private final String text;
    private final String sha1;

    private enum Effect {
        READS,
        CHANGES
    }

    Script(Effect effect, String decision, String... shared) {
        this.effect = effect;
        this.text = Arrays.stream(shared).map(Script::read).collect(Collectors.joining())
                + (changes() ? acknowledged(read(decision)) : read(decision));
        this.sha1 = DigestUtils.sha1Hex(text);
    }

    boolean changes() {
        return effect == Effect.CHANGES;
    }

    byte[] text() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What the server knows it by, once it has seen it. */
    byte[] sha1() {
        return sha1.getBytes(StandardCharsets.US_ASCII);
    }

    private static String acknowledged(String decision) {
        return "local function decide()\n" + decision + "end\n" + read("acknowledge");
    }

    private static String read(String name) {
        String file = name + ".lua";
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing; take the JAR as it was published.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " can't be read.", failure);
        }
    }
}
