package dev.keystile.benchmark.service;

import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.PasswordHash;
import dev.keystile.store.user.LoginName;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A directory that costs next to nothing: some users, whose ids are their mobile numbers. */
final class SomeUsers implements UserDirectory {

    /** One of them. */
    static final String MOBILE = "13800138000";

    private static final int COUNT = 64;

    private final Map<UserId, UserAccount> accounts = new LinkedHashMap<>();
    private final List<UserAccount> inOrder;
    private final AtomicInteger turn = new AtomicInteger();

    SomeUsers(Map<PasswordForm, PasswordHash> passwords) {
        for (long mobile = Long.parseLong(MOBILE); accounts.size() < COUNT; mobile++) {
            Map<String, Object> profile =
                    Map.of("name", "Zhang San", "mobile", Long.toString(mobile), "age", 30, "active", true);
            UserId id = new UserId(Long.toString(mobile));
            accounts.put(id, new UserAccount(id, "zhangsan", false, passwords, UserProfile.of(profile)));
        }
        inOrder = List.copyOf(accounts.values());
    }

    /** Whose turn it is: two that log in one after the other are two users, as nearly all are. */
    UserAccount next() {
        return inOrder.get(Math.floorMod(turn.getAndIncrement(), COUNT));
    }

    @Override
    public Optional<UserAccount> findByMobile(String mobile) {
        return findById(new UserId(mobile));
    }

    @Override
    public Optional<UserAccount> findByLogin(LoginName login) {
        return findById(new UserId(login.text()));
    }

    @Override
    public Optional<UserAccount> findById(UserId id) {
        return Optional.ofNullable(accounts.get(id));
    }
}
