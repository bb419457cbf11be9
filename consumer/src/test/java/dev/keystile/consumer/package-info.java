/** What is published, tried from outside: as a repository has it, and as a user's own build gets it. */
@NullMarked
package dev.keystile.consumer;

import org.jspecify.annotations.NullMarked;
