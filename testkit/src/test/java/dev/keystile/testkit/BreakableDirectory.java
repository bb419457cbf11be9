package dev.keystile.testkit;

import dev.keystile.core.UserId;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.user.LoginName;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.util.Optional;

/** An in-memory directory that can be told to fail. Safe for use by many threads. */
final class BreakableDirectory implements UserDirectory {

    private final InMemoryUserDirectory users = new InMemoryUserDirectory();
    private volatile boolean down;

    InMemoryUserDirectory users() {
        return working();
    }

    /** From now on, every question fails. */
    void breakDown() {
        down = true;
    }

    @Override
    public Optional<UserAccount> findByMobile(String mobile) {
        return working().findByMobile(mobile);
    }

    @Override
    public Optional<UserAccount> findByLogin(LoginName login) {
        return working().findByLogin(login);
    }

    @Override
    public Optional<UserAccount> findById(UserId id) {
        return working().findById(id);
    }

    private InMemoryUserDirectory working() {
        if (down) {
            throw new IllegalStateException("The directory is down, as planned.");
        }
        return users;
    }
}
