package dev.keystile.jwt;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** While open, every connection that this JVM is about to make through a socket or a URL is refused and remembered. */
final class NoConnections implements AutoCloseable {

    private final ProxySelector former = ProxySelector.getDefault();
    private final List<URI> attempts = new ArrayList<>();

    NoConnections() {
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                attempts.add(uri);
                throw new IllegalArgumentException("no connections here");
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                attempts.add(uri);
            }
        });
    }

    List<URI> attempts() {
        return attempts;
    }

    @Override
    public void close() {
        ProxySelector.setDefault(former);
    }
}
