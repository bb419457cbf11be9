/**
 * The Caa scheme itself: the header, the three algorithms, signing for clients and verifying for servers. Pure: secret, action
 * and clock are handed in, and no store is touched.
 */
@NullMarked
package dev.keystile.caa;

import org.jspecify.annotations.NullMarked;
