package dev.keystile.store.contract;

import static dev.keystile.store.contract.StoreDriver.NOW;

import dev.keystile.core.LoginPolicy;
import dev.keystile.store.CredentialStore;
import dev.keystile.store.FindResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.contract.history.History;
import dev.keystile.store.contract.history.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One user's part in a round: what happens before the race, who races, and every call. Users are independent, so each has a
 * history of its own. All calls are made at one time, so that no answer depends on what has expired.
 */
final class Scene {

    private static final int STAGE = 0;

    private final TestUser user = TestUser.unique();
    private final Recorder<CredentialStore> recorder = new Recorder<>();
    private final List<Runnable> contestants = new ArrayList<>();
    private final AtomicInteger candidates = new AtomicInteger();
    private final StoreDriver driver;

    Scene(StoreDriver driver) {
        this.driver = driver;
    }

    /** A candidate for a login, a millisecond younger than the one before, so that it is clear which one is the oldest. */
    StoredCredential candidate() {
        return user.login(NOW + candidates.getAndIncrement());
    }

    /** Logs the user in before the race, beside what lives already. */
    StoredCredential login() {
        return stage().logIn(candidate(), LoginPolicy.independent(1000)).orElseThrow();
    }

    /** Logs the user in before the race, and makes up what could succeed that login one after the other. */
    List<StoredCredential> chain(int length) {
        List<StoredCredential> chain = new ArrayList<>(List.of(login()));
        while (chain.size() < length) {
            chain.add(user.successorOf(chain.get(chain.size() - 1), NOW));
        }
        return chain;
    }

    /** Lets {@code count} callers follow {@code script} in the race, every other one on the other node. */
    void race(int count, Consumer<Caller> script) {
        for (int i = 0; i < count; i++) {
            int number = contestants.size() + 1;
            CredentialStore node = number % 2 == 0 ? driver.otherNode() : driver.store();
            contestants.add(() -> script.accept(new Caller(number, node, user, recorder)));
        }
    }

    List<Runnable> contestants() {
        return contestants;
    }

    /** After the race, looks for everything that could be alive, so that the history tells how it ended; what is. */
    List<StoredCredential> findSurvivors() {
        return lookups().toList().stream()
                .flatMap(lookup -> stage().find(lookup).stream())
                .filter(FindResult.Live.class::isInstance)
                .map(found -> ((FindResult.Live) found).credential())
                .toList();
    }

    History<CredentialStore> history() {
        return recorder.history();
    }

    private Caller stage() {
        return new Caller(STAGE, driver.store(), user, recorder);
    }

    private Stream<Lookup> lookups() {
        History<CredentialStore> history = history();
        return Stream.concat(
                history.intents(CredentialIntent.Issue.class)
                        .map(issue -> issue.candidate().lookup()),
                history.intents(CredentialIntent.Refresh.class)
                        .map(refresh -> refresh.exchange().successor().lookup()));
    }
}
