package dev.keystile.caa.client;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Scheme, host and port: whom a signature is for. */
record Origin(String scheme, String host, int port) {

    /** @throws IllegalArgumentException if {@code uri} is no HTTP address, or tells a user or a query */
    Origin(URI uri) {
        this(schemeOf(uri), hostOf(uri), portOf(uri));
    }

    /** @throws IllegalArgumentException if {@code uri} goes elsewhere */
    void require(URI uri) {
        if (!new Origin(uri).equals(this)) {
            throw new IllegalArgumentException("The request goes to " + uri.getScheme() + "://" + uri.getRawAuthority()
                    + ", and the pair is for " + scheme + "://" + host + ":" + port
                    + "; send it by an HttpClient that signs nothing.");
        }
    }

    private static String schemeOf(URI uri) {
        String scheme = lowerCase(uri.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("The address of a server begins with https:// or http://.");
        }
        return scheme;
    }

    private static String hostOf(URI uri) {
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("The address of a server has a host, and no user before it.");
        }
        return lowerCase(uri.getHost());
    }

    private static int portOf(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return lowerCase(uri.getScheme()).equals("https") ? 443 : 80;
    }

    private static String lowerCase(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
