package dev.keystile.testkit.conformance;

import java.util.List;
import java.util.stream.Stream;

/** A user that the server knows. Immutable; its password shows nowhere but where a login asks for it. */
public final class TestUser {

    private final String mobile;
    private final String password;
    private final List<String> names;

    private TestUser(String mobile, String password, List<String> names) {
        this.mobile = mobile;
        this.password = password;
        this.names = names;
    }

    /**
     * A user.
     *
     * @param mobile 11 digits
     * @param password the plain one; the suite makes the MD5 of it where a contract asks for that
     * @param name the user name, which the Bearer dialect puts into {@code sub}
     * @param more other names and e-mail addresses that the {@code /tokens} login knows the user by
     */
    public static TestUser of(String mobile, String password, String name, String... more) {
        return new TestUser(
                mobile,
                password,
                Stream.concat(Stream.of(name), Stream.of(more)).toList());
    }

    /** The mobile number. */
    public String mobile() {
        return mobile;
    }

    /** The plain password. */
    public String password() {
        return password;
    }

    /** The user name. */
    public String name() {
        return names.get(0);
    }

    /** Every name and e-mail address, the user name first. */
    public List<String> names() {
        return names;
    }

    /** The name alone. */
    @Override
    public String toString() {
        return "TestUser[" + name() + "]";
    }
}
