package dev.keystile.benchmark.store;

/** A server that was started for a measurement, with a store of ours on it and a table by hand. */
interface Engine extends AutoCloseable {

    /** How it is called in the report. */
    String name();

    /** The store. Both share one pool of connections. */
    PairTable store();

    /** The table by hand. */
    PairTable byHand();

    @Override
    void close();
}
