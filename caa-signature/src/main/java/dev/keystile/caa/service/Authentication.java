package dev.keystile.caa.service;

/** What a request's header was worth: an {@link AuthenticatedCaller}, or {@link Refused}. */
public sealed interface Authentication permits AuthenticatedCaller, Refused {}
