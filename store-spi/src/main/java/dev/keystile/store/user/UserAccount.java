package dev.keystile.store.user;

import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.PasswordHash;
import java.util.Map;

/**
 * A user as the application's directory knows it.
 *
 * @param id never reused for another user
 * @param name the name that the Bearer dialect puts into {@code sub}
 * @param disabled a disabled user can't log in, and what it holds is refused
 * @param passwords a hash for each form in which the user's password can be asked for
 * @param profile what a grant tells of the user
 */
public record UserAccount(
        UserId id, String name, boolean disabled, Map<PasswordForm, PasswordHash> passwords, UserProfile profile) {

    /** Copies {@code passwords}. */
    public UserAccount {
        passwords = Map.copyOf(passwords);
    }
}
