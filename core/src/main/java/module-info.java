/**
 * The domain, the HTTP values and the strict JSON that every other Keystile module stands on.
 *
 * <p>It comes with the others. What a server's own code meets of it: {@link dev.keystile.core.UserId} and
 * {@link dev.keystile.core.UserProfile} for its users, {@link dev.keystile.core.password.PasswordHasher} for their passwords,
 * {@link dev.keystile.http.RouteTable} for what it mounts, {@link dev.keystile.event.AuthEventListener} for what happens.
 */
@SuppressWarnings("module") // the qualified exports name modules that are compiled after this one
module dev.keystile.core {
    requires static transitive org.jspecify;
    requires static org.bouncycastle.provider;
    requires com.fasterxml.jackson.core;
    requires org.apache.commons.codec;
    requires org.slf4j;

    exports dev.keystile.core;
    exports dev.keystile.core.password;
    exports dev.keystile.event;
    exports dev.keystile.http;
    exports dev.keystile.codec to
            dev.keystile.store,
            dev.keystile.store.jdbc,
            dev.keystile.store.redis,
            dev.keystile.caa,
            dev.keystile.jwt;
    exports dev.keystile.http.body to
            dev.keystile.caa,
            dev.keystile.jwt;
    exports dev.keystile.json to
            dev.keystile.caa,
            dev.keystile.jwt,
            dev.keystile.testkit;
}
