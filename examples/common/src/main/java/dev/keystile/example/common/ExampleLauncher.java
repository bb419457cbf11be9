package dev.keystile.example.common;

/** Starts an example by its {@code main}, and says what to do where that fails. */
public final class ExampleLauncher {

    private static final int FAILED = 1;

    private ExampleLauncher() {}

    /** Starts a server and lets it run. */
    public interface Example {

        /** Starts it with {@code settings}. */
        void start(DemoSettings settings) throws Exception;
    }

    /**
     * Starts {@code example} with the settings of the system properties; ends the process if they are wrong, or something is in
     * the way that somebody can remove.
     *
     * @throws Exception if it fails for another reason
     */
    public static void launch(Example example) throws Exception {
        DemoSettings settings;
        try {
            settings = DemoSettings.fromSystemProperties();
        } catch (IllegalArgumentException wrong) {
            end(String.valueOf(wrong.getMessage()));
            return;
        }
        try {
            example.start(settings);
        } catch (Exception failure) {
            end(StartFailure.remedy(failure, settings.port()).orElseThrow(() -> failure));
        }
    }

    private static void end(String remedy) {
        System.err.println(remedy);
        System.exit(FAILED);
    }
}
