package dev.keystile.caa.service;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a header would be accepted or refused: the checks in their order, as far as they could be made. Keys are masked; secrets
 * and signatures are not in it.
 *
 * @param stages the checks, in their order
 */
public record Explanation(List<Stage> stages) {

    /** Copies {@code stages}. */
    public Explanation {
        stages = List.copyOf(stages);
    }

    /** Whether every check passed. */
    public boolean accepted() {
        return stages.stream().allMatch(Stage::passed);
    }

    /** The account, a line a check. */
    @Override
    public String toString() {
        return stages.stream().map(Stage::toString).collect(Collectors.joining(System.lineSeparator()));
    }

    /**
     * One check.
     *
     * @param name what was checked
     * @param passed whether it held
     * @param detail what was seen
     */
    public record Stage(String name, boolean passed, String detail) {

        @Override
        public String toString() {
            return (passed ? "ok      " : "refused ") + name + ": " + detail;
        }
    }
}
