package dev.keystile.soak.client;

import dev.keystile.caa.CaaSigner;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Requests that no honest client makes. The answer to each is known. */
final class Garbage {

    private static final String JSON = "application/json";
    private static final String PERSONAL = "/api/user/personal";
    private static final int TOO_LARGE = 64 * 1024 + 1;
    private static final Reply NO_HEADER = new Reply(400, "{\"message\":\"invalid authorization\"}");
    private static final Reply NO_BODY = new Reply(400, "{\"message\":\"invalid body\"}");
    private static final Reply NO_TOKEN = new Reply(401, "{\"message\":[\"token 无效或已过期，请重新登录\"]}");
    private static final Reply NO_BEARER = new Reply(401, "\"此 Token 已吊销，请重新登录以获取 Token。\"");

    private final Wire wire;
    private final Judge judge;
    private final RandomGenerator random;

    private record Specimen(Call call, Reply due) {}

    Garbage(Wire wire, Judge judge, RandomGenerator random) {
        this.wire = wire;
        this.judge = judge;
        this.random = random;
    }

    /** Sends one of them. */
    void say() {
        List<Specimen> all = all();
        Specimen specimen = all.get(random.nextInt(all.size()));
        Heard heard = wire.say(specimen.call());
        Judge.Outcome outcome = heard.reply().map(Garbage::meaning).orElse(Judge.Outcome.UNHEARD);
        judge.count("garbage", outcome, heard);
        boolean asDue = heard.reply().map(specimen.due()::equals).orElse(true);
        if (!asDue && outcome != Judge.Outcome.FAILED) {
            judge.wrong("garbage, " + specimen.call() + ", is due " + specimen.due(), heard);
        }
    }

    /** The Bearer dialect tells a failure as 400; no garbage of that dialect that is sent here gets as far as to the store. */
    private static Judge.Outcome meaning(Reply reply) {
        if (reply.isOk()) {
            return Judge.Outcome.GRANTED;
        }
        return reply.status() == 500 ? Judge.Outcome.FAILED : Judge.Outcome.REFUSED;
    }

    private List<Specimen> all() {
        return List.of(
                new Specimen(get(PERSONAL), NO_HEADER),
                new Specimen(Call.authorized("GET", PERSONAL, "Caa !" + noise(40)), NO_HEADER),
                new Specimen(Call.authorized("GET", PERSONAL, "Caa " + noise(90)), NO_HEADER),
                new Specimen(Call.authorized("POST", "/api/user/refresh-keys", "Basic " + noise(30)), NO_HEADER),
                new Specimen(
                        Call.authorized(
                                "DELETE",
                                "/api/user/logout",
                                CaaSigner.of(noise(32), noise(32)).sign("user:logout")),
                        new Reply(404, "{\"message\":\"apiKey not found\"}")),
                new Specimen(Call.json("/api/user/login", "{\"mobile\":"), NO_BODY),
                new Specimen(Call.json("/api/user/login", "[".repeat(5000)), NO_BODY),
                new Specimen(Call.json("/api/user/login", " ".repeat(TOO_LARGE)), NO_BODY),
                new Specimen(Call.json("/api/user/login", "{}").with("Content-Type", "text/plain"), NO_BODY),
                new Specimen(
                        Call.json("/api/user/login", "{\"mobile\":\"1\",\"password\":\"\"}"),
                        new Reply(400, "{\"message\":\"invalid mobile\"}")),
                new Specimen(
                        Call.json(
                                "/api/user/login",
                                "{\"mobile\":\"13800139000\",\"password\":\"" + "0".repeat(32) + "\"}"),
                        new Reply(400, "{\"message\":\"wrong mobile or password\"}")),
                new Specimen(
                        new Call("PUT", "/api/user/login", Map.of("Content-Type", JSON), "{}"),
                        new Reply(405, "{\"message\":\"method not allowed\"}")),
                new Specimen(get("/" + "nowhere/".repeat(100)), new Reply(404, "{\"message\":\"not found\"}")),
                new Specimen(get("/me"), NO_TOKEN),
                new Specimen(Call.authorized("GET", "/me", "Bearer " + noise(100)), NO_TOKEN),
                new Specimen(Call.authorized("PATCH", "/tokens", "Bearer " + unsigned()), NO_TOKEN),
                new Specimen(new Call("PATCH", "/tokens/a.b.c", Map.of(), ""), NO_TOKEN),
                new Specimen(
                        Call.json("/tokens", "{}"),
                        new Reply(422, "{\"login\":[\"账号不能为空\"],\"password\":[\"密码不能为空\"]}")),
                new Specimen(
                        Call.json("/tokens", "{\"login\":\"nobody\",\"password\":\"nothing\"}"),
                        new Reply(422, "{\"message\":[\"账号或密码不正确\"]}")),
                new Specimen(get("/user/me"), new Reply(401, "")),
                new Specimen(Call.authorized("POST", "/user/refresh", "Bearer " + unsigned()), NO_BEARER));
    }

    private static Call get(String path) {
        return new Call("GET", path, Map.of(), "");
    }

    private String noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String unsigned() {
        return base64Url("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + base64Url("{\"sub\":1,\"exp\":4102444800}")
                + ".";
    }

    private static String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
