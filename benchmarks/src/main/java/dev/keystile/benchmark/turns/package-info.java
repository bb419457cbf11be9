/** Contestants that JMH measures by turns, so that what else the machine does slows all of them alike. */
@NullMarked
package dev.keystile.benchmark.turns;

import org.jspecify.annotations.NullMarked;
