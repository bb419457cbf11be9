/**
 * What a store of credentials promises, named as intents with sealed results. Each intent is one atomic operation; a store that
 * cannot answer throws {@link dev.keystile.store.StoreException} and has changed nothing that a caller could mistake for success.
 */
@NullMarked
package dev.keystile.store;

import org.jspecify.annotations.NullMarked;
