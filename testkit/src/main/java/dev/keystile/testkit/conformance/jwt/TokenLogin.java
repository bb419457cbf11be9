package dev.keystile.testkit.conformance.jwt;

/**
 * The body of a login by name and plain password, put together as text so that it can be wrong in every way.
 *
 * @param loginName what the dialect calls the login
 * @param passwordName what the dialect calls the password
 * @param login its value, as JSON
 * @param password its value, as JSON
 */
record TokenLogin(String loginName, String passwordName, String login, String password) {

    static TokenLogin atTokens(String login, String password) {
        return new TokenLogin("login", "password", quote(login), quote(password));
    }

    static TokenLogin atBearer(String userName, String password) {
        return new TokenLogin("Username", "Password", quote(userName), quote(password));
    }

    TokenLogin withLogin(String json) {
        return new TokenLogin(loginName, passwordName, json, password);
    }

    TokenLogin withPassword(String json) {
        return new TokenLogin(loginName, passwordName, login, json);
    }

    String text() {
        return "{\"" + loginName + "\":" + login + ",\"" + passwordName + "\":" + password + "}";
    }

    String passwordFirst() {
        return "{\"" + passwordName + "\":" + password + ",\"" + loginName + "\":" + login + "}";
    }

    String loginAlone() {
        return "{\"" + loginName + "\":" + login + "}";
    }

    String passwordAlone() {
        return "{\"" + passwordName + "\":" + password + "}";
    }

    static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Masked: the password is a credential. */
    @Override
    public String toString() {
        return "TokenLogin[redacted]";
    }
}
