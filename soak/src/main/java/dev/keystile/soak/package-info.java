/** One run: an engine, the demo on it, its clients, and a report. */
@NullMarked
package dev.keystile.soak;

import org.jspecify.annotations.NullMarked;
