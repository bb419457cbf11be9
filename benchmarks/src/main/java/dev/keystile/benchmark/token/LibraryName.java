package dev.keystile.benchmark.token;

import com.nimbusds.jose.JOSEException;

/** The contestants. An enum so that JMH makes a parameter of it, and a JVM of its own for each. */
public enum LibraryName {
    /** This library. */
    KEYSTILE,
    /** Bare JCA and jackson-core. */
    LIMIT,
    /** Bare JCA, all by hand. */
    CEILING,
    /** vertx-auth-jwt. */
    VERTX,
    /** fusionauth-jwt. */
    FUSIONAUTH,
    /** java-jwt. */
    JAVA_JWT,
    /** nimbus-jose-jwt. */
    NIMBUS,
    /** jjwt. */
    JJWT,
    /** jose4j. */
    JOSE4J;

    TokenLibrary open() throws JOSEException {
        return switch (this) {
            case KEYSTILE -> new Keystile();
            case LIMIT -> new JcaWithJackson();
            case CEILING -> new JcaByHand();
            case VERTX -> new Vertx();
            case FUSIONAUTH -> new FusionAuth();
            case JAVA_JWT -> new JavaJwt();
            case NIMBUS -> new Nimbus();
            case JJWT -> new Jjwt();
            case JOSE4J -> new Jose4j();
        };
    }
}
