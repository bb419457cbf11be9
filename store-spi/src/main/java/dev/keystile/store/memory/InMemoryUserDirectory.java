package dev.keystile.store.memory;

import dev.keystile.core.UserId;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.PasswordHash;
import dev.keystile.store.user.LoginName;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Users kept in memory, for demos, tests and servers with a handful of fixed accounts. Safe for use by many threads; what is
 * put or removed shows at once.
 */
public final class InMemoryUserDirectory implements UserDirectory {

    private final Map<UserId, UserAccount> accounts = new ConcurrentHashMap<>();
    private final Map<String, UserId> mobiles = new ConcurrentHashMap<>();
    private final Map<String, UserId> logins = new ConcurrentHashMap<>();

    /** A directory without users. */
    public InMemoryUserDirectory() {}

    /**
     * Adds {@code account}, or replaces the account with its id.
     *
     * @param mobile the mobile number that finds it
     * @param names every name and e-mail address that finds it; its mobile number does too
     */
    public InMemoryUserDirectory put(UserAccount account, String mobile, Collection<String> names) {
        accounts.put(account.id(), account);
        mobiles.put(mobile, account.id());
        logins.put(mobile, account.id());
        names.forEach(name -> logins.put(name, account.id()));
        return this;
    }

    /** As {@link #put(UserAccount, String, Collection)}, found by mobile number and the account's own name. */
    public InMemoryUserDirectory put(UserAccount account, String mobile) {
        return put(account, mobile, List.of(account.name()));
    }

    /** Removes the account {@code id}, if there is one. */
    public void remove(UserId id) {
        accounts.remove(id);
    }

    @Override
    public Optional<UserAccount> findByMobile(String mobile) {
        return Optional.ofNullable(mobiles.get(mobile)).map(accounts::get);
    }

    @Override
    public Optional<UserAccount> findByLogin(LoginName login) {
        return Optional.ofNullable(logins.get(login.text())).map(accounts::get);
    }

    @Override
    public Optional<UserAccount> findById(UserId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public void renewPasswordHash(UserId id, PasswordForm form, PasswordHash outdated, PasswordHash fresh) {
        accounts.computeIfPresent(id, (key, account) -> withHash(account, form, outdated, fresh));
    }

    private static UserAccount withHash(
            UserAccount account, PasswordForm form, PasswordHash outdated, PasswordHash fresh) {
        Map<PasswordForm, PasswordHash> passwords = new HashMap<>(account.passwords());
        passwords.replace(form, outdated, fresh);
        return new UserAccount(account.id(), account.name(), account.disabled(), passwords, account.profile());
    }
}
