package dev.keystile.example.adapter;

import dev.keystile.caa.CaaSigner;
import java.io.IOException;

/** What the chapters about a whole example are told against. */
interface ExampleUnderTest {

    /** A new connection to the example. */
    Wire connect() throws IOException;

    /** The store behind the example. */
    BreakableStore store();

    /** Asks on a connection of its own. */
    default WireAnswer ask(WireRequest request) throws IOException {
        try (Wire wire = connect()) {
            return wire.ask(request);
        }
    }

    /** Signs with the pair of a login. */
    default CaaSigner login() throws IOException {
        return Contracts.signerOf(ask(Contracts.login()));
    }
}
