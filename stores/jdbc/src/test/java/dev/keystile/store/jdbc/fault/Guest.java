package dev.keystile.store.jdbc.fault;

/** Somebody who keeps a server busy, whatever happens to it, until told to stop. */
interface Guest extends Runnable {

    /** Lets {@link #run} come to its end. */
    void stop();
}
