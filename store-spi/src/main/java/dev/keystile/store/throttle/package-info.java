/**
 * Protection of logins against guessing, and of stores against refreshing in a loop: what a throttle promises, by how much it delays,
 * and how a login or an exchange asks it. Off unless a service is told otherwise.
 */
@NullMarked
package dev.keystile.store.throttle;

import org.jspecify.annotations.NullMarked;
