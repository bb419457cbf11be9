package dev.keystile.benchmark.store;

import dev.keystile.store.StoredCredential;

/** Where pairs live: in a store of ours, or in a table that somebody has written by hand. Safe for use by many threads. */
interface PairTable {

    /** Lets the first pair of a login live. */
    void add(StoredCredential pair);

    /** Whether {@code pair} is found, alive and whole. */
    boolean find(StoredCredential pair);

    /** Whether {@code spent} was alive until now, and {@code successor} has taken its place. */
    boolean exchange(StoredCredential spent, StoredCredential successor);
}
