package dev.keystile.core.password;

/** The form in which a contract asks for a password. An account carries a hash for each form that it can be asked for. */
public enum PasswordForm {
    /** As the user typed it. */
    PLAIN,
    /**
     * 32 lower-case hex digits of an MD5 of it, as the Caa login sends it. On this path the MD5 <em>is</em> the password: it is
     * hashed slowly like any other, and whoever holds it can log in.
     */
    MD5_HEX
}
