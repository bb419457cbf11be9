/**
 * The two dialects as typed calls, for servers that don't mount the endpoints: logins that issue tokens, checks on every request,
 * exchanges that happen once, and revocations.
 */
@NullMarked
package dev.keystile.jwt.service;

import org.jspecify.annotations.NullMarked;
