package dev.keystile.store.jdbc;

import java.util.Locale;

/** What the stores say to the engine; {@code statements.sql} has the words. */
enum StatementName {
    LOOK_UP,
    FIND,
    ADVANCE,
    HAND_OUT,
    LOCK_LOGIN,
    LOCK_LOGINS,
    TAKE_TURN,
    INSERT_CREDENTIAL,
    DELETE_LOGIN,
    DELETE_LOGINS,
    DELETE_OTHER_LOGINS,
    TOKEN_STANDING,
    SPEND_TOKEN,
    SPENT_TOKEN,
    RESPEND_TOKEN,
    HAND_OUT_TOKEN,
    END_FAMILY,
    RENEW_END,
    REVOKE_FAMILY,
    REVOKE_LOGINS,
    REMEMBER_USE,
    RENEW_USE,
    HOLD_ATTEMPT,
    FIND_ATTEMPTS,
    COUNT_ATTEMPT,
    CLOCK,
    PURGE_CREDENTIALS,
    PURGE_SEALED_TOKENS,
    PURGE_SPENT_TOKENS,
    PURGE_TOKEN_FAMILIES,
    PURGE_TOKEN_MARKS,
    PURGE_USES,
    PURGE_ATTEMPTS;

    /** As it is called in the files. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
