/** What every adapter keeps, whatever its server thinks of it: tests that an adapter's own test class extends. */
@NullMarked
package dev.keystile.example.adapter;

import org.jspecify.annotations.NullMarked;
