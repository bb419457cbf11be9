/**
 * The rules of the house, each one proved twice: the house keeps it, and a few planted lines that break it are found out.
 */
@NullMarked
package dev.keystile.architecture;

import org.jspecify.annotations.NullMarked;
