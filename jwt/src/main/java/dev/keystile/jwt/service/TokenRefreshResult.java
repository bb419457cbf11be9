package dev.keystile.jwt.service;

/** What an exchange got: a {@link TokenGrant}, or {@link TokenRefusal}. */
public sealed interface TokenRefreshResult permits TokenGrant, TokenRefusal {}
