package dev.keystile.jwt;

import dev.keystile.core.FamilyId;

/**
 * What the issuer itself says in a new token, beside what is the same in all of them.
 *
 * @param subject a text, or a {@code Long} where the rules have it so
 * @param issuedAt in seconds
 * @param notBefore in seconds
 * @param expiresAt in seconds
 */
record NewClaims(
        Object subject,
        long issuedAt,
        long expiresAt,
        long notBefore,
        String id,
        FamilyId family,
        long loginAtMillis) {}
