package dev.keystile.example.adapter;

import java.io.IOException;

/** What the chapters of the contract are told against. */
interface AdapterUnderTest {

    /** A new connection to the adapter's server. */
    Wire connect() throws IOException;

    /** The endpoints behind the adapter, with nothing received yet. */
    Probe probe();

    /** Whether the server has a habit that no adapter can change. */
    boolean has(ServerHabit habit);

    /** Asks on a connection of its own. */
    default WireAnswer ask(WireRequest request) throws IOException {
        try (Wire wire = connect()) {
            return wire.ask(request);
        }
    }
}
