package dev.keystile.store.redis.engine;

import java.util.List;
import java.util.regex.Pattern;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.util.JedisClusterCRC16;

/** The slot of a key, on its way from the node that has the key to another, as an operator moves it. */
public record SlotMove(List<RedisProcess> nodes, int slot, RedisProcess from, RedisProcess to) {

    private static final Pattern REFUSED = Pattern.compile("errorstat_(\\w+):count=(\\d+)");

    /** Begins it; no key has moved yet. */
    public static SlotMove begin(RedisClusterOfThree cluster, byte[] key) {
        int slot = JedisClusterCRC16.getSlot(key);
        List<RedisProcess> nodes = cluster.nodes();
        RedisProcess from =
                nodes.stream().filter(node -> serves(node, slot)).findFirst().orElseThrow();
        RedisProcess to =
                nodes.stream().filter(node -> node != from).findFirst().orElseThrow();
        try (Jedis source = from.connect();
                Jedis destination = to.connect()) {
            destination.clusterSetSlotImporting(slot, source.clusterMyId());
            source.clusterSetSlotMigrating(slot, destination.clusterMyId());
        }
        return new SlotMove(nodes, slot, from, to);
    }

    /** Moves one key. */
    public void carry(byte[] key) {
        try (Jedis source = from.connect()) {
            source.migrate("127.0.0.1", to.port(), key, 0, 5000);
        }
    }

    /** The slot is the other node's from now on, and all know. */
    public void end() {
        try (Jedis destination = to.connect()) {
            String heir = destination.clusterMyId();
            destination.clusterSetSlotNode(slot, heir);
            for (RedisProcess node : nodes) {
                try (Jedis jedis = node.connect()) {
                    jedis.clusterSetSlotNode(slot, heir);
                }
            }
        }
    }

    /** How often somebody was refused with {@code code}. */
    public long refusals(String code) {
        return nodes.stream().mapToLong(node -> refusals(node, code)).sum();
    }

    private static long refusals(RedisProcess node, String code) {
        try (Jedis jedis = node.connect()) {
            return REFUSED.matcher(jedis.info("errorstats"))
                    .results()
                    .filter(refused -> refused.group(1).equals(code))
                    .mapToLong(refused -> Long.parseLong(refused.group(2)))
                    .sum();
        }
    }

    private static boolean serves(RedisProcess node, int slot) {
        try (Jedis jedis = node.connect()) {
            return jedis.clusterCountKeysInSlot(slot) > 0;
        }
    }
}
