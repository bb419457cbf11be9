package dev.keystile.soak.client;

import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** Contracts 1, 2 and 3, and the logout. */
final class CaaScheme implements Scheme {

    private static final long FIRST_MOBILE = 13_800_139_000L;
    private static final String PASSWORD = DigestUtils.md5Hex("keystile");
    private static final Reply DEAD = new Reply(404, "{\"message\":\"apiKey not found\"}");
    private static final Reply UNEXPECTED = new Reply(500, "{\"message\":\"Internal Server Error\"}");

    @Override
    public String title() {
        return "Caa";
    }

    @Override
    public Call logIn(String prefix, int number) {
        return Call.json(
                prefix + "/api/user/login",
                "{\"mobile\":\"" + (FIRST_MOBILE + number) + "\",\"password\":\"" + PASSWORD + "\"}");
    }

    @Override
    public Call ask(String prefix, Credential pair) {
        return Call.authorized("GET", prefix + "/api/user/personal", pair.signed("user:personal-profile"));
    }

    @Override
    public Call refresh(String prefix, Credential pair, int turn) {
        return turn % 2 == 0
                ? Call.authorized("POST", prefix + "/api/user/refresh-keys", pair.signed("user:refresh-keys"))
                : Call.authorized("POST", prefix + "/api/my/refresh-token", pair.signed("client:my:refresh-token"));
    }

    @Override
    public Optional<Call> logOut(Credential pair) {
        return Optional.of(Call.authorized("DELETE", "/api/user/logout", pair.signed("user:logout")));
    }

    @Override
    public Optional<Credential> granted(Reply reply) {
        return reply.isOk()
                ? reply.text("apiKey")
                        .map(key -> Credential.pair(
                                key,
                                reply.text("secretKey").orElseThrow(),
                                reply.number("expireIn").orElseThrow()))
                : Optional.empty();
    }

    @Override
    public boolean refuses(Reply reply) {
        return reply.equals(DEAD);
    }

    @Override
    public boolean fails(Reply reply) {
        return reply.equals(UNEXPECTED);
    }

    @Override
    public boolean returnsWhatLives() {
        return true;
    }
}
