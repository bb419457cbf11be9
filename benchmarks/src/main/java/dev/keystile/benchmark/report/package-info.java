/** Runs the benchmarks, puts their results beside each other and holds them against the bounds. */
@NullMarked
package dev.keystile.benchmark.report;

import org.jspecify.annotations.NullMarked;
