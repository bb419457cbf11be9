package dev.keystile.benchmark.report;

import dev.keystile.benchmark.service.LoginScene;
import java.util.List;
import java.util.Locale;

/** That a login is its password's hash and next to nothing else, and that a storm of logins leaves room for refreshes. */
final class LoginShare implements Measurement {

    private static final double BOUND_PERCENT = 1;

    @Override
    public List<Finding> take(Effort effort) throws InterruptedException {
        int times = effort == Effort.QUICK ? 5 : 20;
        double hash = LoginScene.recommended().medianLoginNanos(times);
        double rest = LoginScene.withOneRound().medianLoginNanos(times * 2000);
        int seconds = effort == Effort.QUICK ? 2 : 10;
        double calm = LoginScene.recommended().slowRefreshMillis(0, seconds);
        double bounded = LoginScene.recommended().slowRefreshMillis(16, seconds);
        double unbounded = LoginScene.unbounded().slowRefreshMillis(16, seconds);
        return List.of(
                Finding.atMost(
                        BOUND_PERCENT,
                        "Login, everything but the password's hash",
                        "% of the login",
                        Measured.exactly(rest / hash * 100)),
                Finding.atMost(
                        Math.max(unbounded, calm),
                        "Refresh, 99th percentile, 16 log in without pause",
                        String.format(
                                Locale.ROOT,
                                "ms; %.2f where nobody logs in, the bound is what it takes without a bound on hashes",
                                calm),
                        Measured.exactly(bounded)));
    }
}
