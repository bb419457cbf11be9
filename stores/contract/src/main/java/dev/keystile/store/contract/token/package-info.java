/**
 * The conformance kit for token ledgers: extend {@link dev.keystile.store.contract.token.TokenLedgerContract} in the tests of a
 * ledger, and every promise of the SPI is put to the test, single-threaded and in races whose histories are checked call by call.
 */
@NullMarked
package dev.keystile.store.contract.token;

import org.jspecify.annotations.NullMarked;
