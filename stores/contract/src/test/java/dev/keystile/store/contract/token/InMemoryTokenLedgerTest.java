package dev.keystile.store.contract.token;

import dev.keystile.store.memory.InMemoryTokenLedger;
import dev.keystile.store.token.TokenLedger;

/** The embedded default keeps the contract. */
class InMemoryTokenLedgerTest extends TokenLedgerContract {

    @Override
    protected TokenLedger newLedger() {
        return new InMemoryTokenLedger();
    }

    @Override
    protected int rounds() {
        return 1000;
    }
}
