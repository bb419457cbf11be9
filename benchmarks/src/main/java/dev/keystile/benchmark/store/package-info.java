/** What the stores cost beside the bare round trip, on engines that are started for it. */
@NullMarked
package dev.keystile.benchmark.store;

import org.jspecify.annotations.NullMarked;
