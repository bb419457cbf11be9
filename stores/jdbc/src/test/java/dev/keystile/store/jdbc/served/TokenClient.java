package dev.keystile.store.jdbc.served;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of one of the token contracts. */
public final class TokenClient implements Client {

    private static final Pattern TOKEN = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final Contract contract;
    private final List<String> secrets = new ArrayList<>(List.of(Site.PASSWORD));
    private String token = "";

    private record Contract(
            String loginPath,
            String loginBody,
            String protectedPath,
            String refreshMethod,
            String refreshPath,
            Reply unexpected) {}

    private TokenClient(Contract contract) {
        this.contract = contract;
    }

    /** A client of the {@code /tokens} dialect that holds nothing yet. */
    public static TokenClient ofTokens() {
        return new TokenClient(new Contract(
                "/tokens",
                "{\"login\":\"someone\",\"password\":\"" + Site.PASSWORD + "\"}",
                "/tokens/me",
                "PATCH",
                "/tokens",
                new Reply(500, "{\"message\":[\"服务器错误\"]}")));
    }

    /** A client of the Bearer dialect that holds nothing yet. */
    public static TokenClient ofBearer() {
        return new TokenClient(new Contract(
                "/user/login",
                "{\"Username\":\"someone\",\"Password\":\"" + Site.PASSWORD + "\"}",
                "/user/me",
                "POST",
                "/user/refresh",
                new Reply(400, "\"服务器暂时无法处理请求。\"")));
    }

    @Override
    public Reply logIn(Site site) {
        return take(site.post(contract.loginPath, contract.loginBody));
    }

    @Override
    public Reply ask(Site site) {
        return site.send("GET", contract.protectedPath, "Bearer " + token);
    }

    @Override
    public Reply refresh(Site site) {
        return take(site.send(contract.refreshMethod, contract.refreshPath, "Bearer " + token));
    }

    @Override
    public Reply unexpected() {
        return contract.unexpected;
    }

    @Override
    public List<String> secrets() {
        return List.copyOf(secrets);
    }

    private Reply take(Reply reply) {
        Matcher granted = TOKEN.matcher(reply.body());
        if (reply.isOk() && granted.find()) {
            token = granted.group();
            secrets.addAll(List.of(token.split("\\.", -1)));
        }
        return reply;
    }
}
