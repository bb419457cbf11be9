/**
 * The contracts login, refresh-keys, refresh-token and logout: requests in, responses out, status codes and texts exactly as the
 * wire wants them.
 */
@NullMarked
package dev.keystile.caa.endpoint;

import org.jspecify.annotations.NullMarked;
