package dev.keystile.store.redis.fault;

import dev.keystile.store.Exchange;
import dev.keystile.store.redis.RedisCredentialStore;
import dev.keystile.store.redis.instrument.Someone;
import java.util.concurrent.atomic.AtomicInteger;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.executors.CommandExecutor;
import redis.clients.jedis.executors.DefaultCommandExecutor;
import redis.clients.jedis.providers.PooledConnectionProvider;

/** A node that exchanges one pair and dies at a numbered step: before or after a command, or at last once the store has answered. */
final class HaltingNode {

    static final int HALTED = 21;
    static final int ANSWERED = 22;
    static final String SUCCESSOR = "halting";

    private HaltingNode() {}

    /** @param arguments the port, whose pair it is, the step */
    public static void main(String[] arguments) {
        HostAndPort server = new HostAndPort("127.0.0.1", Integer.parseInt(arguments[0]));
        Someone someone = new Someone(arguments[1]);
        AtomicInteger steps = new AtomicInteger(Integer.MAX_VALUE);
        UnifiedJedis jedis = RedisClient.builder()
                .hostAndPort(server)
                .commandExecutor(new HaltingExecutor(steps, new PooledConnectionProvider(server)))
                .build();
        RedisCredentialStore store = new RedisCredentialStore(jedis);
        steps.set(Integer.parseInt(arguments[2]));
        store.exchange(new Exchange(
                someone.pair().lookup(), someone.next(someone.pair(), SUCCESSOR), Someone.LENIENT, Someone.NOW));
        Runtime.getRuntime().halt(ANSWERED);
    }

    /** Counts down before and after each command. */
    private record HaltingExecutor(AtomicInteger steps, DefaultCommandExecutor real) implements CommandExecutor {

        HaltingExecutor(AtomicInteger steps, PooledConnectionProvider connections) {
            this(steps, new DefaultCommandExecutor(connections));
        }

        @Override
        public <T> T executeCommand(CommandObject<T> command) {
            step();
            try {
                return real.executeCommand(command);
            } finally {
                step();
            }
        }

        @Override
        public void close() {
            real.close();
        }

        private void step() {
            if (steps.getAndDecrement() == 0) {
                Runtime.getRuntime().halt(HALTED);
            }
        }
    }
}
