package dev.keystile.soak.client;

import java.util.Optional;

/**
 * What became of a call, by the clock of the machine.
 *
 * @param sentMillis it was answered no sooner than this
 * @param heardMillis and no later than this, if it was answered
 * @param reply none if the connection broke, or if patience was over; then what the call did is not known, and may still happen
 */
record Heard(long sentMillis, long heardMillis, Optional<Reply> reply) {}
