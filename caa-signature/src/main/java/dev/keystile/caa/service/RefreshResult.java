package dev.keystile.caa.service;

/** What a refresh got: a {@link KeyGrant}, or {@link Refused}. */
public sealed interface RefreshResult permits KeyGrant, Refused {}
