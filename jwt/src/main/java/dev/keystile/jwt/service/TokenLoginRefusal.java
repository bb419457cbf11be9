package dev.keystile.jwt.service;

/** Why a login was refused. */
public enum TokenLoginRefusal implements TokenLoginResult {
    /** No such user, or another password; which of them is not told, and takes the same work. */
    WRONG_LOGIN_OR_PASSWORD,
    /** The password was right, but the user is disabled. The Bearer dialect answers it like a wrong password. */
    USER_DISABLED
}
