package dev.keystile.store.redis.fault;

import static dev.keystile.store.redis.instrument.Someone.NOW;

import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.redis.RedisCredentialStore;
import dev.keystile.store.redis.RedisTokenLedger;
import dev.keystile.store.redis.engine.TestServer;
import dev.keystile.store.redis.instrument.Someone;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenSuccessor;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;

/** A node that, told the number of a heat, goes for every pair and every token of it with all its threads, and tells what it won. */
final class RacingNode {

    static final int THREADS = 8;
    static final int PRIZES_A_HEAT = 1000;

    private final String name;
    private final RedisCredentialStore store;
    private final RedisTokenLedger ledger;

    private RacingNode(String name, UnifiedJedis jedis) {
        this.name = name;
        this.store = new RedisCredentialStore(jedis);
        this.ledger = new RedisTokenLedger(jedis);
    }

    /** @param arguments the kind of server, its port, the node's name */
    public static void main(String[] arguments) throws Exception {
        UnifiedJedis jedis = TestServer.valueOf(arguments[0]).client(Integer.parseInt(arguments[1]));
        RacingNode node = new RacingNode(arguments[2], jedis);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String heat = orders.readLine(); heat != null; heat = orders.readLine()) {
            int number = Integer.parseInt(heat);
            List<Future<List<String>>> runs = IntStream.range(0, THREADS)
                    .mapToObj(thread -> threads.submit(() -> node.run(number, thread)))
                    .toList();
            for (Future<List<String>> run : runs) {
                run.get().forEach(System.out::println);
            }
            System.out.println();
        }
        threads.shutdownNow();
    }

    /** Who has something to win in a heat. */
    static Stream<Someone> prizes(int heat) {
        return IntStream.range(0, PRIZES_A_HEAT).mapToObj(number -> new Someone("prize-" + heat + "-" + number));
    }

    private List<String> run(int heat, int thread) {
        String contender = name + "-" + thread;
        return prizes(heat)
                .flatMap(prize -> Stream.of(
                        winsPair(prize, contender) ? "pair " + prize.name() + " " + contender : "",
                        winsToken(prize, contender) ? "token " + prize.name() + " " + contender : ""))
                .filter(win -> !win.isEmpty())
                .toList();
    }

    private boolean winsPair(Someone prize, String contender) {
        StoredCredential successor = prize.next(prize.pair(), contender);
        return store.exchange(new Exchange(prize.pair().lookup(), successor, Someone.STRICT, NOW))
                instanceof ExchangeResult.Exchanged;
    }

    private boolean winsToken(Someone prize, String contender) {
        TokenSuccessor successor = new TokenSuccessor(contender, null);
        return ledger.exchange(
                        new TokenExchange(prize.token(), successor, Someone.STRICT, NOW, Someone.END, Someone.END))
                instanceof ExchangeResult.Exchanged;
    }
}
