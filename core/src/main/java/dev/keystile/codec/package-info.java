/**
 * Canonical text forms and digests. Not exported beyond our modules.
 */
@NullMarked
package dev.keystile.codec;

import org.jspecify.annotations.NullMarked;
