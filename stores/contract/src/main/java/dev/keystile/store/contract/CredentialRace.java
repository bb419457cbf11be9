package dev.keystile.store.contract;

import dev.keystile.store.StoredCredential;
import dev.keystile.store.contract.history.Race;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs one race many times, with new users every time, and judges every history. */
final class CredentialRace {

    private static final int CALLERS_A_USER = 4;

    private final StoreDriver driver;

    CredentialRace(StoreDriver driver) {
        this.driver = driver;
    }

    /** All threads race for one user. */
    void ofAllThreads(Consumer<Scene> script, Consumer<RaceRecord> verdict) {
        run(1, script, verdict);
    }

    /** Four threads race for each user: few enough to try every order of what they changed. */
    void ofFourThreadsAUser(Consumer<Scene> script, Consumer<RaceRecord> verdict) {
        run(Math.max(1, driver.threads() / CALLERS_A_USER), script, verdict);
    }

    private void run(int users, Consumer<Scene> script, Consumer<RaceRecord> verdict) {
        try (Race race = new Race()) {
            for (int round = 0; round < driver.rounds(); round++) {
                List<Scene> scenes =
                        Stream.generate(() -> new Scene(driver)).limit(users).toList();
                scenes.forEach(script);
                race.run(scenes.stream()
                        .flatMap(scene -> scene.contestants().stream())
                        .toList());
                scenes.forEach(scene -> judge(scene, verdict));
            }
        }
    }

    private void judge(Scene scene, Consumer<RaceRecord> verdict) {
        List<StoredCredential> survivors = scene.findSurvivors();
        RaceRecord record = new RaceRecord(scene.history(), survivors);
        try {
            record.assertInvariants();
            verdict.accept(record);
        } catch (AssertionError broken) {
            throw new AssertionError(broken.getMessage() + "\n" + driver.howToRepeat(), broken);
        }
    }
}
