/**
 * Credentials, spent tokens, uses and failed logins in a relational database.
 *
 * <p>{@link dev.keystile.store.jdbc.JdbcSchema} makes the tables, {@link dev.keystile.store.jdbc.JdbcCredentialStore} and
 * {@link dev.keystile.store.jdbc.JdbcTokenLedger} are handed to the services, {@link dev.keystile.store.jdbc.JdbcJanitor} sweeps.
 */
module dev.keystile.store.jdbc {
    requires static transitive org.jspecify;
    requires transitive dev.keystile.store;
    requires transitive java.sql;
    requires org.slf4j;

    exports dev.keystile.store.jdbc;
}
