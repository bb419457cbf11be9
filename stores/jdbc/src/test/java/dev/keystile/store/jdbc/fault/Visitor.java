package dev.keystile.store.jdbc.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.store.jdbc.served.Client;
import dev.keystile.store.jdbc.served.Reply;
import dev.keystile.store.jdbc.served.Site;
import java.util.function.BiFunction;

/** A client of the endpoints of a site whose server crashes. It is served, or told that something unexpected happened. */
final class Visitor implements Guest {

    private static final int REFRESHES_A_LOGIN = 20;

    private final Client client;
    private final Site site;
    private volatile boolean stopped;

    Visitor(Client client, Site site) {
        this.client = client;
        this.site = site;
    }

    @Override
    public void run() {
        while (!stopped) {
            untilServed(Client::logIn);
            for (int refresh = 0; refresh < REFRESHES_A_LOGIN; refresh++) {
                untilServed(Client::refresh);
                untilServed(Client::ask);
            }
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private void untilServed(BiFunction<Client, Site, Reply> errand) {
        Reply reply = errand.apply(client, site);
        while (!reply.isOk()) {
            assertThat(reply).isEqualTo(client.unexpected());
            reply = errand.apply(client, site);
        }
    }
}
