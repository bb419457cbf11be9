package dev.keystile.store.memory;

import static dev.keystile.store.memory.Logins.NOW;
import static dev.keystile.store.memory.Logins.login;
import static dev.keystile.store.memory.Logins.successorOf;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;
import dev.keystile.store.Exchange;
import dev.keystile.store.StoredCredential;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Lincheck runs small scenarios under many interleavings of their reads and writes, far more than a machine shows by itself,
 * and looks for an order of the calls in which a shard answers the same when one thread alone calls it.
 */
public class CredentialShardLincheckTest {

    private static final int INTERLEAVINGS = 150;
    private static final long LATER = NOW + 1000;
    private static final UserId USER = Logins.user(1);
    private static final ExchangePolicy LENIENT = ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(10));

    // Two logins that are there from the beginning, what may succeed the first of them, and a login that is still to
    // come.
    private static final StoredCredential FIRST = login(USER, NOW, LATER);
    private static final StoredCredential SECOND = login(USER, NOW + 1, LATER);
    private static final StoredCredential NEXT = successorOf(FIRST, NOW, LATER);
    private static final StoredCredential RIVAL = successorOf(FIRST, NOW, LATER);
    private static final StoredCredential LAST = successorOf(NEXT, NOW, LATER);
    private static final StoredCredential NEWCOMER = login(USER, NOW + 2, LATER);

    private final CredentialShard shard = new CredentialShard();

    /** A shard with two logins. */
    public CredentialShardLincheckTest() {
        shard.issue(FIRST, LoginPolicy.reuse(), NOW);
        shard.issue(SECOND, LoginPolicy.independent(2), NOW);
    }

    public Object find(StoredCredential pair) {
        return shard.find(pair.lookup(), NOW);
    }

    public Object refresh(StoredCredential spent, StoredCredential successor) {
        return shard.exchange(new Exchange(spent.lookup(), successor, LENIENT, NOW));
    }

    public Object refreshStrictly(StoredCredential spent, StoredCredential successor) {
        return shard.exchange(new Exchange(spent.lookup(), successor, ExchangePolicy.strict(), NOW));
    }

    public Object replace() {
        return shard.issue(NEWCOMER, LoginPolicy.replace(), NOW);
    }

    public Object evict() {
        return shard.issue(NEWCOMER, LoginPolicy.independent(1), NOW);
    }

    public Object revoke() {
        return shard.revoke(USER, FIRST.family(), NOW);
    }

    public Object revokeAll() {
        return shard.revokeAll(USER, NOW);
    }

    @BeforeAll
    static void initialiseAllClassesBeforeThreadsAreHeldUp() {
        CredentialShardLincheckTest sample = new CredentialShardLincheckTest();
        sample.refresh(FIRST, NEXT);
        sample.refreshStrictly(FIRST, RIVAL);
        sample.evict();
        sample.find(NEWCOMER);
        sample.revoke();
        sample.revokeAll();
        sample.replace();
    }

    /** All in one check: what Lincheck does before and after costs more than the interleavings. */
    @Test
    void everyInterleavingOfCallsThatFallTogetherHasALegalOrder() {
        ModelCheckingOptions options = new ModelCheckingOptions().iterations(0).invocationsPerIteration(INTERLEAVINGS);
        options.addCustomScenario(
                scenario(List.of(call("refresh", FIRST, NEXT)), List.of(call("refresh", FIRST, RIVAL))));
        options.addCustomScenario(scenario(List.of(call("refresh", FIRST, NEXT)), finds(FIRST, NEXT, FIRST)));
        options.addCustomScenario(scenario(List.of(call("refreshStrictly", FIRST, NEXT)), finds(NEXT, FIRST, NEXT)));
        options.addCustomScenario(
                scenario(List.of(call("refresh", FIRST, NEXT), call("refresh", NEXT, LAST)), finds(FIRST, NEXT, LAST)));
        options.addCustomScenario(
                scenario(List.of(call("refresh", FIRST, NEXT)), List.of(call("revoke")), finds(FIRST, NEXT)));
        options.addCustomScenario(scenario(List.of(call("replace")), finds(FIRST, SECOND, NEWCOMER, FIRST)));
        options.addCustomScenario(scenario(List.of(call("evict")), finds(NEWCOMER, SECOND, FIRST)));
        options.addCustomScenario(
                scenario(List.of(call("replace")), List.of(call("refresh", FIRST, NEXT)), finds(NEXT, NEWCOMER)));
        options.addCustomScenario(scenario(List.of(call("revokeAll")), finds(FIRST, SECOND, FIRST)));
        options.addCustomScenario(
                scenario(List.of(call("revokeAll")), List.of(call("evict")), finds(SECOND, NEWCOMER)));
        options.check(CredentialShardLincheckTest.class);
    }

    /** Lets {@code threads} run at once; afterwards one thread looks for everything. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static ExecutionScenario scenario(List<Actor>... threads) {
        List<Actor> afterwards = finds(FIRST, SECOND, NEXT, RIVAL, LAST, NEWCOMER);
        return new ExecutionScenario(List.of(), List.of(threads), afterwards, null);
    }

    private static List<Actor> finds(StoredCredential... pairs) {
        return Stream.of(pairs).map(pair -> call("find", pair)).toList();
    }

    private static Actor call(String operation, Object... arguments) {
        Method method = Stream.of(CredentialShardLincheckTest.class.getMethods())
                .filter(candidate -> candidate.getName().equals(operation))
                .findFirst()
                .orElseThrow();
        return new Actor(method, List.of(arguments));
    }
}
