/**
 * How a pair is turned into what a store may see. Sealing stands between service and store, so it serves every store.
 */
@NullMarked
package dev.keystile.caa.seal;

import org.jspecify.annotations.NullMarked;
