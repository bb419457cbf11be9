package dev.keystile.jwt.service;

/** What a login got: a {@link TokenGrant}, or a {@link TokenLoginRefusal}. */
public sealed interface TokenLoginResult permits TokenGrant, TokenLoginRefusal {}
