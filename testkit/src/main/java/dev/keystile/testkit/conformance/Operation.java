package dev.keystile.testkit.conformance;

/** The operations that a server can mount, each with the method and path that its contract gives it. */
public enum Operation {
    /** Contract 1. */
    CAA_LOGIN("POST", "/api/user/login"),
    /** Contract 2. */
    REFRESH_KEYS("POST", "/api/user/refresh-keys"),
    /** Contract 3. */
    REFRESH_TOKEN("POST", "/api/my/refresh-token"),
    /** The wire-compatible extra beside contracts 1 to 3. */
    CAA_LOGOUT("DELETE", "/api/user/logout"),
    /** Contract 4a. */
    TOKENS_LOGIN("POST", "/tokens"),
    /** Contract 4b, the token in the path. */
    TOKENS_REFRESH("PATCH", "/tokens/:token"),
    /** Contract 4b, the token in {@code Authorization: Bearer}. */
    TOKENS_REFRESH_BY_HEADER("PATCH", "/tokens"),
    /** The wire-compatible extra beside contract 5. */
    BEARER_LOGIN("POST", "/user/login"),
    /** Contract 5, with a trailing slash and without. */
    BEARER_REFRESH("POST", "/user/refresh");

    private final String method;
    private final String path;

    Operation(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** The method. */
    public String method() {
        return method;
    }

    /** The path as the contract writes it, before any prefix. */
    public String path() {
        return path;
    }
}
