package dev.keystile.store.contract.token;

import dev.keystile.store.contract.history.Race;
import dev.keystile.store.token.TokenReference;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs one race many times, with new users every time, and judges every history at the time at which it was run. */
final class TokenRace {

    private static final int CALLERS_A_LOGIN = 4;

    private final LedgerDriver driver;
    private final long nowMillis;

    TokenRace(LedgerDriver driver, long nowMillis) {
        this.driver = driver;
        this.nowMillis = nowMillis;
    }

    /** All threads race for one login. */
    void ofAllThreads(Consumer<TokenScene> script, Consumer<TokenRaceRecord> verdict) {
        run(1, script, verdict);
    }

    /** Four threads race for each login: few enough to try every order of what they changed. */
    void ofFourThreadsALogin(Consumer<TokenScene> script, Consumer<TokenRaceRecord> verdict) {
        run(Math.max(1, driver.threads() / CALLERS_A_LOGIN), script, verdict);
    }

    private void run(int logins, Consumer<TokenScene> script, Consumer<TokenRaceRecord> verdict) {
        try (Race race = new Race()) {
            for (int round = 0; round < driver.rounds(); round++) {
                List<TokenScene> scenes = Stream.generate(() -> new TokenScene(driver))
                        .limit(logins)
                        .toList();
                scenes.forEach(script);
                race.run(scenes.stream()
                        .flatMap(scene -> scene.contestants().stream())
                        .toList());
                scenes.forEach(scene -> judge(scene, verdict));
            }
        }
    }

    private void judge(TokenScene scene, Consumer<TokenRaceRecord> verdict) {
        List<TokenReference> survivors = scene.findSurvivors(nowMillis);
        TokenRaceRecord record = new TokenRaceRecord(scene.history(), survivors);
        record.assertInvariants();
        verdict.accept(record);
    }
}
