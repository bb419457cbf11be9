package dev.keystile.caa.service;

import dev.keystile.core.ApiKeyPair;
import dev.keystile.core.UserProfile;

/**
 * A pair for the client to keep, and what the directory tells of its user.
 *
 * @param pair the pair; its secret redacts itself
 * @param profile the user's profile
 */
public record KeyGrant(ApiKeyPair pair, UserProfile profile) implements LoginResult, RefreshResult {

    /** The pair alone: a profile is the user's own business. */
    @Override
    public String toString() {
        return "KeyGrant[" + pair + "]";
    }
}
