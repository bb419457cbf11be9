package dev.keystile.soak;

import dev.keystile.soak.client.Judge;
import dev.keystile.soak.server.Sample;
import dev.keystile.soak.server.Steadiness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run has shown.
 *
 * @param length how long it was
 * @param judge what was answered
 * @param samples what the demo's JVM held, in order
 * @param outages how long the engine was away, each time that it was killed
 * @param standstills how often nothing went on for a while on this machine
 */
record SoakReport(
        SoakSettings settings,
        Duration length,
        Judge judge,
        List<Sample> samples,
        List<Duration> outages,
        int standstills) {

    /** One in so many calls may come too late for a store, where others use the machine as well. */
    private static final long CALLS_FOR_ONE_LATE = 1000;

    /** Whether no answer was wrong, hardly any late, and nothing grew. */
    boolean isSound() {
        return judge.wrongs() == 0
                && judge.late() * CALLS_FOR_ONE_LATE <= judge.calls()
                && findings().stream().allMatch(Steadiness.Finding::steady);
    }

    List<Steadiness.Finding> findings() {
        return Arrays.stream(Steadiness.values()).map(kind -> kind.of(samples)).toList();
    }

    /** The report as Markdown. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("### " + settings.store());
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%d calls in %.1f min, %.0f a second; seed %d; %d kills, away for %.1f s together; %d standstills of the machine.",
                judge.calls(),
                length.toMillis() / 60_000.0,
                judge.calls() * 1000.0 / length.toMillis(),
                settings.seed(),
                outages.size(),
                outages.stream().mapToLong(Duration::toMillis).sum() / 1000.0,
                standstills));
        lines.add("");
        lines.add("| calls | granted | refused | failed | unheard |");
        lines.add("|---|---|---|---|---|");
        judge.counts().forEach((name, outcomes) -> lines.add(row(name, outcomes)));
        lines.add("");
        lines.add("| when it is quiet | first third | second third | last third | growth | highest | |");
        lines.add("|---|---|---|---|---|---|---|");
        findings().forEach(finding -> lines.add(finding.toString()));
        lines.add("");
        lines.add("Wrong answers: " + judge.wrongs() + ". Failed because a store had waited in vain: " + judge.late()
                + ".");
        judge.wrongAnswers().forEach(answer -> lines.add("* " + answer));
        return lines;
    }

    private static String row(String name, Map<Judge.Outcome, Long> outcomes) {
        StringBuilder row = new StringBuilder("| ").append(name).append(" |");
        for (Judge.Outcome outcome : Judge.Outcome.values()) {
            row.append(' ').append(outcomes.getOrDefault(outcome, 0L)).append(" |");
        }
        return row.toString();
    }
}
