/**
 * The client's side: requests that are signed, pairs that are refreshed in time and once, a clock that is corrected within bounds.
 *
 * <p>{@link dev.keystile.caa.client.CaaClient} stands in front of the JDK's {@code HttpClient}. Any other HTTP client signs by a
 * {@link dev.keystile.caa.client.CaaSession}: request in, header out, answer back in.
 */
@NullMarked
package dev.keystile.caa.client;

import org.jspecify.annotations.NullMarked;
