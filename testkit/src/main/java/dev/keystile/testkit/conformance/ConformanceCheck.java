package dev.keystile.testkit.conformance;

/**
 * One thing that the suite looks at.
 *
 * @param id its name, stable between versions, such as {@code caa.header.missing}
 * @param clause what the contract says
 * @param proof what is sent or done to see whether that holds
 */
public record ConformanceCheck(String id, String clause, String proof) {}
