package dev.keystile.store.jdbc.fault;

import static dev.keystile.store.jdbc.fault.KnownLogin.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.JdbcCredentialStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The pairs of a login as they are in a store. What comes back is wholly what was put in, or the test fails. */
final class StoredLogin implements LoginCalls {

    private final JdbcCredentialStore store;
    private final KnownLogin login;
    private final ExchangePolicy policy;
    private final Map<String, StoredCredential> named = new ConcurrentHashMap<>();

    StoredLogin(JdbcCredentialStore store, KnownLogin login, ExchangePolicy policy) {
        this.store = store;
        this.login = login;
        this.policy = policy;
        named.put(FIRST, login.first());
    }

    @Override
    public Optional<String> refresh(String held, String candidate) {
        StoredCredential presented = named.get(held);
        StoredCredential successor = login.successorOf(presented, candidate);
        named.put(candidate, successor);
        ExchangeResult<StoredCredential> result =
                store.exchange(new Exchange(presented.lookup(), successor, policy, NOW));
        if (result instanceof ExchangeResult.Raced<StoredCredential> raced) {
            return Optional.of(nameOf(raced.successor()));
        }
        return result instanceof ExchangeResult.Exchanged ? Optional.of(candidate) : Optional.empty();
    }

    @Override
    public boolean isAlive(String name) {
        FindResult found = store.find(named.get(name).lookup(), NOW);
        if (found instanceof FindResult.Live live) {
            assertThat(nameOf(live.credential())).isEqualTo(name);
            return true;
        }
        return false;
    }

    /** Every name that was ever brought up. */
    Iterable<String> names() {
        return named.keySet();
    }

    private String nameOf(StoredCredential credential) {
        return named.entrySet().stream()
                .filter(entry -> entry.getValue().equals(credential))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("The store made up a credential of generation " + credential.generation()));
    }
}
