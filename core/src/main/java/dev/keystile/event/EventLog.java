package dev.keystile.event;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes events to the log, one line each. */
enum EventLog implements AuthEventListener {
    INSTANCE;

    private static final Logger LOG = LoggerFactory.getLogger(AuthEvent.class);

    @Override
    public void on(AuthEvent event) {
        if (event instanceof AuthEvent.FamilyRevoked) {
            LOG.warn("A spent credential came back, and its family has been revoked: {}", event);
        } else if (event instanceof AuthEvent.Revoked) {
            LOG.info("{}", event);
        } else if (!(event instanceof AuthEvent.StoreFailed)) {
            LOG.debug("{}", event);
        }
    }
}
