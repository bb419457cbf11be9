package dev.keystile.jwt.service;

import dev.keystile.core.UserId;
import dev.keystile.store.user.LoginName;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.util.Optional;

/** Asks the directory for whom a login or a token names; what can't be an id or a name is nobody's. */
final class Users {

    private Users() {}

    static Optional<UserAccount> byId(String id, UserDirectory users) {
        return UserId.isFit(id) ? users.findById(new UserId(id)) : Optional.empty();
    }

    static Optional<UserAccount> byLogin(String login, UserDirectory users) {
        return LoginName.isFit(login) ? users.findByLogin(new LoginName(login)) : Optional.empty();
    }

    /** As {@link #byLogin}, but found by the user's own name alone, and not by an e-mail address or a phone number. */
    static Optional<UserAccount> byName(String name, UserDirectory users) {
        return byLogin(name, users).filter(account -> account.name().equals(name));
    }
}
