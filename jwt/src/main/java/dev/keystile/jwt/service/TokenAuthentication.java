package dev.keystile.jwt.service;

/** What a request's token was worth: a {@link TokenCaller}, or {@link TokenRefusal}. */
public sealed interface TokenAuthentication permits TokenCaller, TokenRefusal {}
