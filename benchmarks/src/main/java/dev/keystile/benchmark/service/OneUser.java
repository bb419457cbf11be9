package dev.keystile.benchmark.service;

import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.PasswordHash;
import dev.keystile.store.user.LoginName;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.util.Map;
import java.util.Optional;

/** A directory that costs nothing: whoever is asked for is this user. */
final class OneUser implements UserDirectory {

    private final UserAccount account;

    OneUser(Map<PasswordForm, PasswordHash> passwords) {
        Map<String, Object> profile = Map.of("name", "Zhang San", "mobile", "13800138000", "age", 30, "active", true);
        account = new UserAccount(new UserId("20261120"), "zhangsan", false, passwords, UserProfile.of(profile));
    }

    UserAccount account() {
        return account;
    }

    @Override
    public Optional<UserAccount> findByMobile(String mobile) {
        return Optional.of(account);
    }

    @Override
    public Optional<UserAccount> findByLogin(LoginName login) {
        return Optional.of(account);
    }

    @Override
    public Optional<UserAccount> findById(UserId id) {
        return Optional.of(account);
    }
}
