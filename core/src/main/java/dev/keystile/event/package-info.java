/**
 * What happens to credentials, told to whoever wants to know: logs, metrics, alarms. Nothing that is told holds a secret, and a
 * listener can change no answer.
 */
@NullMarked
package dev.keystile.event;

import org.jspecify.annotations.NullMarked;
