/** The services and endpoints with their in-memory stores, as a server runs them. */
@NullMarked
package dev.keystile.benchmark.service;

import org.jspecify.annotations.NullMarked;
