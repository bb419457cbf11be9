/** Credentials, spent tokens and uses in a relational database. */
module dev.keystile.store.jdbc {
    requires static transitive org.jspecify;
    requires transitive dev.keystile.store;
    requires transitive java.sql;
    requires org.slf4j;

    exports dev.keystile.store.jdbc;
}
