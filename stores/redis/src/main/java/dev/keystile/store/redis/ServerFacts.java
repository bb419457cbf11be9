package dev.keystile.store.redis;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * What a server tells of itself, by {@code CONFIG GET} or, where that is forbidden, by {@code INFO}; empty is what it tells
 * by neither.
 *
 * @param evictionPolicy {@code maxmemory-policy}
 * @param appendOnly whether every change goes to a file: {@code yes} or {@code no}
 * @param save when it takes snapshots; an empty text is never
 */
record ServerFacts(Optional<String> evictionPolicy, Optional<String> appendOnly, Optional<String> save) {

    static ServerFacts of(Node.Ear server) {
        return new ServerFacts(
                config(server, "maxmemory-policy").or(() -> info(server, "memory", "maxmemory_policy")),
                config(server, "appendonly")
                        .or(() -> info(server, "persistence", "aof_enabled").map(on -> on.equals("1") ? "yes" : "no")),
                config(server, "save"));
    }

    /** Whether what it keeps is there again, or nearly all of it, after it was restarted. */
    boolean isKnownToPersist() {
        return appendOnly.filter("yes"::equals).isPresent()
                || save.filter(times -> !times.isEmpty()).isPresent();
    }

    private static Optional<String> config(Node.Ear server, String name) {
        CommandArguments question =
                new CommandArguments(Command.CONFIG).add("GET").add(name);
        try {
            Map<String, String> answer = server.hear(new CommandObject<>(question, BuilderFactory.STRING_MAP));
            return Optional.ofNullable(answer.get(name));
        } catch (JedisDataException forbidden) {
            return Optional.empty();
        }
    }

    private static Optional<String> info(Node.Ear server, String section, String name) {
        CommandArguments question = new CommandArguments(Command.INFO).add(section);
        try {
            String answer = server.hear(new CommandObject<>(question, BuilderFactory.STRING));
            Matcher line = Pattern.compile("(?m)^" + name + ":(\\S*)").matcher(answer);
            return line.find() ? Optional.of(line.group(1)) : Optional.empty();
        } catch (JedisDataException forbidden) {
            return Optional.empty();
        }
    }
}
