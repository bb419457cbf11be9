package dev.keystile.store.redis;

import dev.keystile.store.CredentialStore;
import dev.keystile.store.ReplayGuard;
import dev.keystile.store.contract.CredentialStoreContract;
import dev.keystile.store.contract.LoginThrottleContract;
import dev.keystile.store.contract.ReplayGuardContract;
import dev.keystile.store.contract.token.TokenLedgerContract;
import dev.keystile.store.redis.engine.TestServer;
import dev.keystile.store.redis.instrument.Someone;
import dev.keystile.store.throttle.LoginThrottle;
import dev.keystile.store.throttle.ThrottlePolicy;
import dev.keystile.store.token.TokenLedger;
import org.junit.jupiter.api.Nested;
import redis.clients.jedis.UnifiedJedis;

/** All contracts, on one kind of server. Half of the callers come by another client. */
abstract class StoreContracts {

    private static final int ROUNDS = Integer.getInteger("keystile.contract.rounds", 50);

    private final TestServer server;

    StoreContracts(TestServer server) {
        this.server = server;
    }

    @Nested
    class Credentials extends CredentialStoreContract {

        @Override
        protected CredentialStore newStore() {
            return new RedisCredentialStore(server.jedis());
        }

        @Override
        protected CredentialStore anotherNodeOf(CredentialStore store) {
            return new RedisCredentialStore(server.otherJedis());
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
            return new RedisTokenLedger(server.jedis());
        }

        @Override
        protected TokenLedger anotherNodeOf(TokenLedger ledger) {
            return new RedisTokenLedger(server.otherJedis());
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
            return new RedisReplayGuard(server.jedis());
        }

        @Override
        protected ReplayGuard anotherNodeOf(ReplayGuard guard) {
            return new RedisReplayGuard(server.otherJedis());
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
            return throttleOn(server.jedis());
        }

        @Override
        protected LoginThrottle anotherNodeOf(LoginThrottle throttle) {
            return throttleOn(server.otherJedis());
        }

        @Override
        protected int rounds() {
            return ROUNDS;
        }

        private LoginThrottle throttleOn(UnifiedJedis jedis) {
            return new RedisLoginThrottle(jedis, Someone.THROTTLE_KEY, policy, RedisSettings.defaults());
        }
    }
}
