package dev.keystile.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as an adapter hands it in. Made by {@link #builder(String, String)}; immutable once built.
 *
 * <p>An adapter reads at most {@link #MAX_BODY} + 1 bytes of a body and hands them in: one byte too many tells an endpoint that
 * the body is too large, without anybody having held all of it.
 */
public final class AuthRequest {

    /** The longest body, in bytes, that any contract accepts. */
    public static final int MAX_BODY = 64 * 1024;

    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Map<String, String> pathParameters;
    private final HeaderFields headers;
    private final String clientAddress;
    private final byte[] body;

    private AuthRequest(Builder builder) {
        this.method = builder.method;
        this.path = builder.path;
        this.query = builder.query;
        this.pathParameters = builder.pathParameters;
        this.headers = builder.headers;
        this.clientAddress = builder.clientAddress;
        this.body = builder.body;
    }

    /** A request without headers, parameters or body, to be completed. */
    public static Builder builder(String method, String path) {
        return new Builder(method, path);
    }

    /** The method, as sent. */
    public String method() {
        return method;
    }

    /** The path, as sent. */
    public String path() {
        return path;
    }

    /** The path, and behind a {@code ?} the query if there is one; both as sent. */
    public String target() {
        return query == null ? path : path + "?" + query;
    }

    /** The value that the route's template names {@code name}, decoded by the server. */
    public Optional<String> pathParameter(String name) {
        return Optional.ofNullable(pathParameters.get(name));
    }

    /** The header fields, duplicates kept. */
    public HeaderFields headers() {
        return headers;
    }

    /** The client's address as the adapter knows it; empty if it didn't say. */
    public String clientAddress() {
        return clientAddress;
    }

    /** A copy of the body. */
    public byte[] body() {
        return body.clone();
    }

    /** Whether the body is longer than any contract accepts. */
    public boolean isBodyTooLarge() {
        return body.length > MAX_BODY;
    }

    /** Method and header names alone: path, body and header values may hold credentials. */
    @Override
    public String toString() {
        return "AuthRequest[" + method + ", " + headers + ", " + body.length + " bytes]";
    }

    /** Collects a request. For one thread. */
    public static final class Builder {

        private final String method;
        private final String path;
        private @Nullable String query;
        private Map<String, String> pathParameters = Map.of();
        private HeaderFields headers = HeaderFields.none();
        private String clientAddress = "";
        private byte[] body = {};

        private Builder(String method, String path) {
            this.method = method;
            this.path = path;
        }

        /** The query as sent, still encoded, without the {@code ?}; null if the request has none, not even an empty one. */
        public Builder query(@Nullable String rawQuery) {
            this.query = rawQuery;
            return this;
        }

        /** The path parameters, already decoded, by the names in the route's template. */
        public Builder pathParameters(Map<String, String> parameters) {
            this.pathParameters = Map.copyOf(parameters);
            return this;
        }

        /** The header fields, each duplicate as a value of its own. */
        public Builder headers(HeaderFields fields) {
            this.headers = fields;
            return this;
        }

        /** The client's address, for throttling; behind a proxy, whatever the adapter trusts. */
        public Builder clientAddress(String address) {
            this.clientAddress = address;
            return this;
        }

        /** The body as it came, up to {@link AuthRequest#MAX_BODY} + 1 bytes of it. */
        public Builder body(byte[] bytes) {
            this.body = bytes.clone();
            return this;
        }

        /** The request. */
        public AuthRequest build() {
            return new AuthRequest(this);
        }
    }
}
