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

/** Two users: one who may log in, and one who is disabled; and where it is asked for, a crowd that may log in. */
public final class DemoUsers {

    /** The mobile of the user who may log in. */
    public static final String MOBILE = "13800138000";

    /** The password of both. */
    public static final String PASSWORD = "keystile";

    private static final long FIRST_OF_THE_CROWD = 13_800_139_000L;

    private DemoUsers() {}

    /** A directory of the two, with passwords hashed by {@code hasher}. */
    public static InMemoryUserDirectory create(PasswordHasher hasher) {
        return create(hasher, 0);
    }

    /** The two, and as many more as {@code crowd} says: {@code demo-0} with the mobile 13800139000, and so on. */
    static InMemoryUserDirectory create(PasswordHasher hasher, int crowd) {
        Map<PasswordForm, PasswordHash> passwords = hasher.hashEveryForm(PASSWORD);
        InMemoryUserDirectory users = new InMemoryUserDirectory()
                .put(account(1, "demo", MOBILE, false, passwords), MOBILE, List.of("demo", "demo@example.com"))
                .put(account(2, "banned", "13800138001", true, passwords), "13800138001", List.of("banned"));
        for (int number = 0; number < crowd; number++) {
            String name = "demo-" + number;
            String mobile = Long.toString(FIRST_OF_THE_CROWD + number);
            users.put(account(100 + number, name, mobile, false, passwords), mobile, List.of(name));
        }
        return users;
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
