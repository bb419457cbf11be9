package dev.keystile.store.throttle;

/** Admits everybody. */
enum NoThrottle implements LoginThrottle {
    OFF;

    private static final AttemptDecision ADMITTED = new AttemptDecision.Admitted();

    @Override
    public AttemptDecision begin(LoginAttempt attempt) {
        return ADMITTED;
    }

    @Override
    public void succeeded(LoginAttempt attempt) {}

    @Override
    public void withdrawn(LoginAttempt attempt) {}
}
