package dev.keystile.caa;

/** What became of an {@code Authorization} header: a {@link CaaHeader}, or the {@link HeaderFault} that it was refused for. */
public sealed interface ParsedHeader permits CaaHeader, HeaderFault {}
