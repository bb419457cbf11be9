/** Caa signatures, by this library, on bare bytes, and as one would write them down without a thought. */
@NullMarked
package dev.keystile.benchmark.caa;

import org.jspecify.annotations.NullMarked;
