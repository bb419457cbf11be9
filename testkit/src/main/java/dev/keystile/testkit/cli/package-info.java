/** The command line. Not for calls from code: its interface is what {@code docs/command-line.md} says. */
@NullMarked
package dev.keystile.testkit.cli;

import org.jspecify.annotations.NullMarked;
