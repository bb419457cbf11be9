package dev.keystile.event;

/** Hears nothing; known by its identity, so that nothing is said either. */
enum NobodyListens implements AuthEventListener {
    NOBODY;

    @Override
    public void on(AuthEvent event) {}
}
