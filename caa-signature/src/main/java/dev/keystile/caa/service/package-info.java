/**
 * Logins, authentication, refreshes and logouts as typed calls, for servers that don't mount the endpoints.
 */
@NullMarked
package dev.keystile.caa.service;

import org.jspecify.annotations.NullMarked;
