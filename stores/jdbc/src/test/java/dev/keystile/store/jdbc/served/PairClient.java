package dev.keystile.store.jdbc.served;

import dev.keystile.caa.CaaSigner;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A client of the Caa contracts. */
public final class PairClient implements Client {

    private static final AtomicLong LAST_SIGNED = new AtomicLong();

    private final List<String> secrets = new ArrayList<>(List.of(Site.PASSWORD_MD5));
    private @Nullable CaaSigner signer;

    /** A client that holds nothing yet. */
    public PairClient() {}

    @Override
    public Reply logIn(Site site) {
        return take(site.post(
                "/api/user/login", "{\"mobile\":\"" + Site.MOBILE + "\",\"password\":\"" + Site.PASSWORD_MD5 + "\"}"));
    }

    @Override
    public Reply ask(Site site) {
        return site.send("GET", "/personal", sign(Site.PERSONAL_ACTION));
    }

    @Override
    public Reply refresh(Site site) {
        return take(site.send("POST", "/api/user/refresh-keys", sign("user:refresh-keys")));
    }

    /** Ends the login. */
    public Reply logOut(Site site) {
        return site.send("DELETE", "/api/user/logout", sign("user:logout"));
    }

    @Override
    public Reply unexpected() {
        return new Reply(500, "{\"message\":\"Internal Server Error\"}");
    }

    @Override
    public List<String> secrets() {
        return List.copyOf(secrets);
    }

    /** Each time at a millisecond of its own, or the replay guard would take the second for a copy of the first. */
    private String sign(String action) {
        long millis = LAST_SIGNED.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis()));
        return Objects.requireNonNull(signer, "log in first")
                .at(Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC))
                .sign(action);
    }

    private Reply take(Reply reply) {
        if (reply.isOk()) {
            signer = CaaSigner.of(reply.text("apiKey"), reply.text("secretKey"));
            secrets.add(reply.text("apiKey"));
            secrets.add(reply.text("secretKey"));
        }
        return reply;
    }
}
