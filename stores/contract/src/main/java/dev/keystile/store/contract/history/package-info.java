/**
 * Histories of concurrent calls, and the search for an order in which a sequential model could have given the same answers.
 * Knows nothing of what is called. Not exported.
 */
@NullMarked
package dev.keystile.store.contract.history;

import org.jspecify.annotations.NullMarked;
