package dev.keystile.benchmark.caa;

import java.security.GeneralSecurityException;

/** The contestants. An enum so that JMH makes a parameter of it, and a JVM of its own for each. */
public enum CaaWayName {
    /** This library. */
    KEYSTILE,
    /** Bare JCA on bytes. */
    LIMIT,
    /** As one writes it down without a thought. */
    NAIVE;

    CaaWay open() throws GeneralSecurityException {
        return switch (this) {
            case KEYSTILE -> new Keystile();
            case LIMIT -> new BareJca();
            case NAIVE -> new Naive();
        };
    }
}
