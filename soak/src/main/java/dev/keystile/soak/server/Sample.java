package dev.keystile.soak.server;

/**
 * What the demo's JVM held at a moment.
 *
 * @param atMillis since the run began
 * @param heapBytes in use right after a collection
 * @param threads that are alive
 * @param descriptors that are open: files, and connections to clients and to the engine
 * @param connections the part of these that are sockets; 0 where the system doesn't tell
 */
public record Sample(long atMillis, long heapBytes, long threads, long descriptors, long connections) {}
