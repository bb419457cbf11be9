/** HS256 tokens, by this library, by those that a user would pick instead, and by nothing but the JDK. */
@NullMarked
package dev.keystile.benchmark.token;

import org.jspecify.annotations.NullMarked;
