/**
 * HTTP/1.1 byte by byte: a client that sends what client libraries refuse to send, and reads answers without repairing them.
 */
@NullMarked
package dev.keystile.testkit.wire;

import org.jspecify.annotations.NullMarked;
