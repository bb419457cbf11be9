/**
 * Stores on a {@link javax.sql.DataSource}: PostgreSQL, MariaDB, MySQL and H2. What they say to the engine is in
 * {@code statements.sql}, what they keep there in {@code schema.sql}, both beside these classes.
 */
@NullMarked
package dev.keystile.store.jdbc;

import org.jspecify.annotations.NullMarked;
