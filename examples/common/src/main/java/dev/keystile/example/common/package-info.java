/** What the examples share, so that each shows nothing but its server: users, their keys, and a handle on what runs. */
@NullMarked
package dev.keystile.example.common;

import org.jspecify.annotations.NullMarked;
