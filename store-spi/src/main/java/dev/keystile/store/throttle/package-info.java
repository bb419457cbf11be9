/**
 * Protection of logins against guessing: what a throttle promises, by how much it delays, and how a login asks it. Off unless a
 * service is told otherwise.
 */
@NullMarked
package dev.keystile.store.throttle;

import org.jspecify.annotations.NullMarked;
