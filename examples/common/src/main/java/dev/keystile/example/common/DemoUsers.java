package dev.keystile.example.common;

import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.PasswordHash;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.user.UserAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two users: one who may log in, and one who is disabled. */
public final class DemoUsers {

    /** The mobile of the user who may log in. */
    public static final String MOBILE = "13800138000";

    /** The password of both. */
    public static final String PASSWORD = "keystile";

    private DemoUsers() {}

    /** A directory of the two, with passwords hashed by {@code hasher}. */
    public static InMemoryUserDirectory create(PasswordHasher hasher) {
        Map<PasswordForm, PasswordHash> passwords = hasher.hashEveryForm(PASSWORD);
        return new InMemoryUserDirectory()
                .put(account(1, "demo", MOBILE, false, passwords), MOBILE, List.of("demo", "demo@example.com"))
                .put(account(2, "banned", "13800138001", true, passwords), "13800138001", List.of("banned"));
    }

    private static UserAccount account(
            int id, String name, String mobile, boolean disabled, Map<PasswordForm, PasswordHash> passwords) {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("id", id);
        profile.put("name", name);
        profile.put("mobile", mobile);
        profile.put("email", name + "@example.com");
        profile.put("avatar", null);
        profile.put("registerAt", 1_498_786_376_126L);
        profile.put("extra", Map.of("followers_count", 0));
        return new UserAccount(new UserId(Integer.toString(id)), name, disabled, passwords, UserProfile.of(profile));
    }
}
