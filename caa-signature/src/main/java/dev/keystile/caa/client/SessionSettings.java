package dev.keystile.caa.client;

import dev.keystile.caa.CaaAlgorithm;
import dev.keystile.core.ApiKeyPair;
import java.net.URI;
import java.time.Duration;

/** What a builder has collected. The pair redacts its secret itself. */
record SessionSettings(
        ApiKeyPair pair,
        URI refreshUri,
        String refreshAction,
        Duration margin,
        CaaAlgorithm algorithm,
        SigningClock clock,
        RenewalListener listener) {}
