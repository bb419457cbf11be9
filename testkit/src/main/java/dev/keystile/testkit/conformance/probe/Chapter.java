package dev.keystile.testkit.conformance.probe;

import dev.keystile.testkit.conformance.ConformanceCheck;
import java.util.ArrayList;
import java.util.List;

/** Collects the checks of one part of the contract. For one thread. */
public final class Chapter {

    private final String title;
    private final List<Need> needs;
    private final List<Check> checks = new ArrayList<>();

    private Chapter(String title, List<Need> needs) {
        this.title = title;
        this.needs = needs;
    }

    /**
     * The part of the contract called {@code title}.
     *
     * @param needs what each of its checks needs
     */
    public static Chapter of(String title, Need... needs) {
        return new Chapter(title, List.of(needs));
    }

    /**
     * With one more check.
     *
     * @param id its name
     * @param clause what the contract says, in this part of it
     * @param proof what is done to see whether that holds
     * @param body does it
     * @param more what it needs besides
     */
    public Chapter check(String id, String clause, String proof, Proof body, Need... more) {
        List<Need> all = new ArrayList<>(needs);
        all.addAll(List.of(more));
        checks.add(new Check(new ConformanceCheck(id, title + ": " + clause, proof), List.copyOf(all), body));
        return this;
    }

    /** The checks, in the order in which they were added. */
    public List<Check> checks() {
        return List.copyOf(checks);
    }
}
