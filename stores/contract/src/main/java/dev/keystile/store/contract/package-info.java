/**
 * The conformance kit: extend {@link dev.keystile.store.contract.CredentialStoreContract},
 * {@link dev.keystile.store.contract.ReplayGuardContract} and {@link dev.keystile.store.contract.LoginThrottleContract} in the tests of a store, and every promise of the SPI is put to the
 * test, single-threaded and in races whose histories are checked call by call.
 */
@NullMarked
package dev.keystile.store.contract;

import org.jspecify.annotations.NullMarked;
