/**
 * The one place that knows a JSON library: a strict reader and a writer for the contracts. Not exported beyond our modules.
 */
@NullMarked
package dev.keystile.json;

import org.jspecify.annotations.NullMarked;
