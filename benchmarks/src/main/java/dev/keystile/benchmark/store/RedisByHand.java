package dev.keystile.benchmark.store;

import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/**
 * What a careful user writes who needs no more than this: a key a pair, found by {@code GET}, and a key that tells which pair a user
 * has, because the next login asks for it. A script lets one pair go for another. Everything leaves by itself.
 */
final class RedisByHand implements PairTable {

    private static final byte[] EXCHANGE = ascii("if redis.call('DEL', KEYS[1]) == 0 then return 0 end"
            + " redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])"
            + " redis.call('SET', KEYS[3], KEYS[2], 'PX', ARGV[2]) return 1");
    private static final Long DONE = 1L;

    private final UnifiedJedis jedis;
    private final byte[] exchange;

    RedisByHand(UnifiedJedis jedis) {
        this.jedis = jedis;
        this.exchange = jedis.scriptLoad(EXCHANGE, ascii("any"));
    }

    @Override
    public void add(StoredCredential pair) {
        SetParams untilItExpires = SetParams.setParams().px(lifetimeMillis(pair));
        jedis.set(key(pair), value(pair), untilItExpires);
        jedis.set(userKey(pair), key(pair), untilItExpires);
    }

    @Override
    public boolean find(StoredCredential pair) {
        return Arrays.equals(jedis.get(key(pair)), value(pair));
    }

    @Override
    public boolean exchange(StoredCredential spent, StoredCredential successor) {
        Object done = jedis.evalsha(
                exchange,
                List.of(key(spent), key(successor), userKey(successor)),
                List.of(value(successor), ascii(Long.toString(lifetimeMillis(successor)))));
        return DONE.equals(done);
    }

    private static byte[] key(StoredCredential pair) {
        byte[] tag = tag(pair);
        return ByteBuffer.allocate(tag.length + Lookup.LENGTH)
                .put(tag)
                .put(pair.lookup().bytes())
                .array();
    }

    private static byte[] userKey(StoredCredential pair) {
        byte[] tag = tag(pair);
        byte[] user = pair.user().value().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(tag.length + user.length).put(tag).put(user).array();
    }

    /** All keys of an exchange begin with the user's tag in braces, so that a cluster could do it. */
    private static byte[] tag(StoredCredential pair) {
        return ascii(
                "{" + HexFormat.of().toHexDigits((short) pair.lookup().tag().value()) + "}:");
    }

    private static byte[] value(StoredCredential pair) {
        byte[] user = pair.user().value().getBytes(StandardCharsets.UTF_8);
        byte[] body = pair.body().bytes();
        return ByteBuffer.allocate(Long.BYTES + user.length + body.length)
                .putLong(pair.expiresAtMillis())
                .put(user)
                .put(body)
                .array();
    }

    private static long lifetimeMillis(StoredCredential pair) {
        return pair.expiresAtMillis() - System.currentTimeMillis();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
