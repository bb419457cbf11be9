package dev.keystile.soak.engine;

/** An engine inside the demo's own process. */
record EmbeddedEngine(String store, boolean outlivesDemo) implements Engine {

    @Override
    public boolean isProcess() {
        return false;
    }

    @Override
    public void kill() {
        throw new UnsupportedOperationException("It is killed together with the demo.");
    }

    @Override
    public void restart() {
        throw new UnsupportedOperationException("It is started together with the demo.");
    }

    @Override
    public void close() {}
}
