package dev.keystile.store.user;

import dev.keystile.core.UserId;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.PasswordHash;
import java.util.Optional;

/**
 * The application's users. Implemented by the application, on whatever it keeps its users in; called from many threads at once.
 * What an implementation throws is answered as an unexpected failure, and no credential changes.
 */
public interface UserDirectory {

    /** The user with this mobile number, exactly 11 digits. */
    Optional<UserAccount> findByMobile(String mobile);

    /** The user with this name, e-mail address or phone number; {@code login.kind()} says which it looks like. */
    Optional<UserAccount> findByLogin(LoginName login);

    /** The user with this id. Asked on every request, so that users who are gone or disabled are refused at once. */
    Optional<UserAccount> findById(UserId id);

    /**
     * Told after a login whose hash was made with older parameters: {@code fresh} is the same password, hashed anew. Replace
     * {@code outdated} by it if that is still what is stored; the default does nothing. A failure here never fails the login.
     */
    default void renewPasswordHash(UserId id, PasswordForm form, PasswordHash outdated, PasswordHash fresh) {}
}
