package dev.keystile.caa.service;

/** Why a login was refused: one constant for each row of the contract. */
public enum LoginRefusal implements LoginResult {
    /** The mobile number is not exactly 11 ASCII digits. */
    INVALID_MOBILE,
    /** The password is not the 32 hex digits of an MD5. */
    INVALID_PASSWORD,
    /** No such user, another password, or a disabled user; which of them is not told, and takes the same work. */
    WRONG_MOBILE_OR_PASSWORD
}
