package dev.keystile.store.jdbc.served;

import java.util.List;

/** Somebody who holds what a site granted last, and nothing else. A reply that grants something new is taken at once. */
public sealed interface Client permits PairClient, TokenClient {

    /** Logs in. */
    Reply logIn(Site site);

    /** Asks a protected endpoint. */
    Reply ask(Site site);

    /** Turns what is held into the next. */
    Reply refresh(Site site);

    /** What the contract answers when something unexpected happens: the client keeps what it has and tries again. */
    Reply unexpected();

    /** Every secret that was ever granted to this client, and what it logs in with. */
    List<String> secrets();
}
