package dev.keystile.caa.client;

import java.net.URI;

/** Knows what a request is signed for, where callers don't say so themselves. Safe for use by many threads. */
@FunctionalInterface
public interface ActionMapping {

    /**
     * The action of a request, as the server names it.
     *
     * @param method such as {@code GET}
     * @param uri where it goes
     */
    String actionOf(String method, URI uri);
}
