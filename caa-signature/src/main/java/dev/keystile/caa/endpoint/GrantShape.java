package dev.keystile.caa.endpoint;

import java.util.List;

/** How a contract names a pair's expiry: the documents behind the contracts disagree, and clients depend on each. */
enum GrantShape {
    /** Login and refresh-keys. */
    BOTH_EXPIRIES {
        @Override
        List<String> expiryMembers() {
            return List.of("expiresIn", "expireIn");
        }
    },
    /** Refresh-token. */
    EXPIRE_IN_ALONE {
        @Override
        List<String> expiryMembers() {
            return List.of("expireIn");
        }
    };

    abstract List<String> expiryMembers();
}
