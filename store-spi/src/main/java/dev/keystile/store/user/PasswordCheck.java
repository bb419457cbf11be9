package dev.keystile.store.user;

import dev.keystile.core.password.Password;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.PasswordHash;
import dev.keystile.core.password.PasswordHasher;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a presented password with an account's hash, at the same cost whether or not there is an account. Hashes with older
 * parameters are renewed after a match. Safe for use by many threads.
 */
public final class PasswordCheck {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordCheck.class);

    private final UserDirectory users;
    private final PasswordHasher hasher;
    private final PasswordHash decoy;

    /** A check of the accounts of {@code users}, by {@code hasher}. */
    public PasswordCheck(UserDirectory users, PasswordHasher hasher) {
        this.users = users;
        this.hasher = hasher;
        this.decoy = hasher.decoy();
    }

    /**
     * The account, if {@code presented} is its password; disabled accounts too, so that the caller decides what to tell. An
     * account without a usable hash for the form that was presented counts as one with another password.
     */
    public Optional<UserAccount> check(Optional<UserAccount> found, Password presented) {
        Optional<PasswordHash> stored =
                recognised(found.map(account -> account.passwords().get(presented.form())));
        boolean matches = hasher.matches(presented, stored.orElse(decoy)) && stored.isPresent();
        if (!matches) {
            return Optional.empty();
        }
        found.filter(account -> !account.disabled())
                .ifPresent(account -> renew(account, presented, stored.orElseThrow()));
        return found;
    }

    /** Looks at a hash in any case, the decoy if there is none: parsing one takes longer than it takes to find none. */
    private Optional<PasswordHash> recognised(Optional<PasswordHash> stored) {
        boolean recognised = hasher.recognises(stored.orElse(decoy));
        return recognised ? stored : Optional.empty();
    }

    private void renew(UserAccount account, Password presented, PasswordHash stored) {
        if (hasher.isCurrent(stored)) {
            return;
        }
        PasswordForm form = presented.form();
        try {
            users.renewPasswordHash(account.id(), form, stored, hasher.hash(presented));
        } catch (RuntimeException failed) {
            LOG.warn("The user directory could not store a renewed {} hash of user {}", form, account.id(), failed);
        }
    }
}
