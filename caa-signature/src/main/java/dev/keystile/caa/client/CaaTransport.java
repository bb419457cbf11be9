package dev.keystile.caa.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;

/**
 * How a session sends its refreshes. Requests of the application don't come this way. Implementations are safe for use by many
 * threads, don't follow redirects, add no signature of their own, and give up after some seconds: whoever needs the new pair waits.
 */
@FunctionalInterface
public interface CaaTransport {

    /**
     * Sends a {@code POST} with an empty body.
     *
     * @param authorization the value of the {@code Authorization} header
     * @throws IOException if there is no answer; the session then takes it for unknown whether the request was carried out
     */
    CaaAnswer post(URI uri, String authorization) throws IOException;

    /**
     * By {@code http}, giving up after ten seconds.
     *
     * @throws IllegalArgumentException if {@code http} follows redirects
     */
    static CaaTransport of(HttpClient http) {
        return new JdkTransport(http);
    }
}
