/**
 * What the contracts want of a request's body. Not exported beyond our modules.
 */
@NullMarked
package dev.keystile.http.body;

import org.jspecify.annotations.NullMarked;
