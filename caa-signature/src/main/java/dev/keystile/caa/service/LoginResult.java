package dev.keystile.caa.service;

/** What a login got: a {@link KeyGrant}, or a {@link LoginRefusal}. */
public sealed interface LoginResult permits KeyGrant, LoginRefusal {}
