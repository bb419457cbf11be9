/**
 * What a ledger of tokens promises. Tokens carry themselves, so a ledger keeps only what speaks against them: which were spent,
 * which were revoked, and until when anybody could still present one.
 */
@NullMarked
package dev.keystile.store.token;

import org.jspecify.annotations.NullMarked;
