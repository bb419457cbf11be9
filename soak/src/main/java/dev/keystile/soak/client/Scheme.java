package dev.keystile.soak.client;

import java.util.Optional;

/** What a contract looks like on the wire. {@code prefix} is where it is mounted. */
interface Scheme {

    /** How it is called in the report. */
    String title();

    /** Logs user {@code number} of the crowd in. */
    Call logIn(String prefix, int number);

    /** Asks a protected endpoint. */
    Call ask(String prefix, Credential credential);

    /** Turns {@code credential} into the next. {@code turn} picks one of the ways to say so. */
    Call refresh(String prefix, Credential credential, int turn);

    /** Ends the login, where the contract has an endpoint for it. */
    Optional<Call> logOut(Credential credential);

    /** What a reply grants, if it does. */
    Optional<Credential> granted(Reply reply);

    /** What one is told whose credential is dead. */
    boolean refuses(Reply reply);

    /** What the contract answers when something unexpected happened: nothing is known of what was asked. */
    boolean fails(Reply reply);

    /** Whether a login returns the pair that lives. */
    boolean returnsWhatLives();
}
