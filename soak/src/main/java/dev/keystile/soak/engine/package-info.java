/** What the demo keeps its pairs and revocations in: engines that can be killed and started again on what they have kept. */
@NullMarked
package dev.keystile.soak.engine;

import org.jspecify.annotations.NullMarked;
