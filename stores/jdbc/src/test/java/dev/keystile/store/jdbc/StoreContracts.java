package dev.keystile.store.jdbc;

import dev.keystile.store.CredentialStore;
import dev.keystile.store.ReplayGuard;
import dev.keystile.store.contract.CredentialStoreContract;
import dev.keystile.store.contract.LoginThrottleContract;
import dev.keystile.store.contract.ReplayGuardContract;
import dev.keystile.store.contract.token.TokenLedgerContract;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottlePolicy;
import dev.keystile.store.token.TokenLedger;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** All contracts, on one engine. Half of the callers come over connections of another isolation. */
abstract class StoreContracts {

    private static final int ROUNDS = Integer.getInteger("keystile.contract.rounds", 20);

    /** Sixteen at once wait for one meter, one after the other, on machines of any speed. */
    private static final JdbcSettings PATIENT = JdbcSettings.defaults().withTimeout(Duration.ofSeconds(30));

    private final TestEngine engine;

    StoreContracts(TestEngine engine) {
        this.engine = engine;
    }

    @Nested
    class Credentials extends CredentialStoreContract {

        @Override
        protected CredentialStore newStore() {
            return new JdbcCredentialStore(engine.pool());
        }

        @Override
        protected CredentialStore anotherNodeOf(CredentialStore store) {
            return new JdbcCredentialStore(engine.strictPool());
        }

        @Override
        protected int rounds() {
            return ROUNDS;
        }
    }

    @Nested
    class Tokens extends TokenLedgerContract {

        @Override
        protected TokenLedger newLedger() {
            return new JdbcTokenLedger(engine.pool());
        }

        @Override
        protected TokenLedger anotherNodeOf(TokenLedger ledger) {
            return new JdbcTokenLedger(engine.strictPool());
        }

        @Override
        protected int rounds() {
            return ROUNDS;
        }
    }

    @Nested
    class Uses extends ReplayGuardContract {

        @Override
        protected ReplayGuard newGuard() {
            return new JdbcReplayGuard(engine.pool());
        }

        @Override
        protected ReplayGuard anotherNodeOf(ReplayGuard guard) {
            return new JdbcReplayGuard(engine.strictPool());
        }

        @Override
        protected int rounds() {
            return ROUNDS;
        }
    }

    @Nested
    class Attempts extends LoginThrottleContract {

        private ThrottlePolicy policy = ThrottlePolicy.standard();

        @Override
        protected LoginThrottle newThrottle(ThrottlePolicy policy) {
            this.policy = policy;
            return throttleOn(engine.pool());
        }

        @Override
        protected LoginThrottle anotherNodeOf(LoginThrottle throttle) {
            return throttleOn(engine.strictPool());
        }

        @Override
        protected int rounds() {
            return ROUNDS;
        }

        private LoginThrottle throttleOn(DataSource pool) {
            return new JdbcLoginThrottle(pool, TestLogin.THROTTLE_KEY, policy, PATIENT);
        }
    }
}
