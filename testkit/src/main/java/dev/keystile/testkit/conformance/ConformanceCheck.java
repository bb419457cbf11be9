package dev.keystile.testkit.conformance;

/**
 * One thing that the suite looks at.
 *
 * @param id its name, stable between versions, such as {@code caa.header.missing}
 * @param clause what the contract says, behind the part of the contract that says so, such as {@code Login: …}
 * @param proof what is sent or done to see whether that holds
 */
public record ConformanceCheck(String id, String clause, String proof) {

    /** The part of the contract that {@link #clause()} is from, such as {@code Login}. */
    public String chapter() {
        return clause.split(": ", 2)[0];
    }
}
