/**
 * The contracts of both dialects: requests in, responses out, status codes and texts exactly as the wire wants them.
 */
@NullMarked
package dev.keystile.jwt.endpoint;

import org.jspecify.annotations.NullMarked;
