package dev.keystile.benchmark.caa;

import java.security.GeneralSecurityException;

/** One way to sign and to verify, with the keys of many pairs at hand. */
interface CaaWay {

    /** Takes {@code count} pairs on; pair {@code n} is made of the bytes that {@link Pairs} gives it. */
    void learn(int count);

    /** The header that pair {@code index} signs {@link Pairs#ACTION} with, now. */
    String sign(int index) throws GeneralSecurityException;

    /** Whether {@code header} was signed by one of the pairs, within five minutes. */
    boolean verify(String header) throws GeneralSecurityException;
}
