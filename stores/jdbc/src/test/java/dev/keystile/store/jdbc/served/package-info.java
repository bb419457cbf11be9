/** A server's endpoints over stores in a database, and its clients: what a fault looks like from outside. */
@NullMarked
package dev.keystile.store.jdbc.served;

import org.jspecify.annotations.NullMarked;
