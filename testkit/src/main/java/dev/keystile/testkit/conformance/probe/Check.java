package dev.keystile.testkit.conformance.probe;

import dev.keystile.testkit.conformance.CheckResult;
import dev.keystile.testkit.conformance.ConformanceCheck;
import dev.keystile.testkit.conformance.ConformanceTarget.Trait;
import dev.keystile.testkit.conformance.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A check that can be run.
 *
 * @param about its name and clause
 * @param needs what the server must have for it
 * @param proof what it does
 */
public record Check(ConformanceCheck about, List<Need> needs, Proof proof) {

    /** Runs it, unless something that it needs is missing. Never throws. */
    public CheckResult perform(Probe probe) {
        if (probe.target().has(Trait.PAIR_PER_LOGIN)) {
            probe.forget(); // any login since may have ended the shared one
        }
        Optional<String> missing = needs.stream()
                .flatMap(need -> need.missingIn(probe.target()).stream())
                .findFirst();
        Outcome outcome = missing.<Outcome>map(Outcome.NotRun::new).orElseGet(() -> run(probe));
        if (outcome instanceof Outcome.Failed) {
            probe.forget(); // so that one failure doesn't drag others along
        }
        return new CheckResult(about, outcome);
    }

    private Outcome run(Probe probe) {
        try {
            proof.run(probe);
            return new Outcome.Passed();
        } catch (Discrepancy found) {
            return failed(probe, found.expected(), found.seen());
        } catch (Undecided open) {
            return new Outcome.NotRun(String.valueOf(open.getMessage()));
        } catch (IOException broken) {
            return failed(probe, "an answer in HTTP/1.1", broken.toString());
        } catch (RuntimeException unforeseen) {
            return failed(probe, "an answer that the suite can read", unforeseen.toString());
        }
    }

    private static Outcome failed(Probe probe, String expected, String seen) {
        Mask mask = new Mask(probe.target().user().password());
        return new Outcome.Failed(mask.apply(expected), mask.apply(seen));
    }
}
