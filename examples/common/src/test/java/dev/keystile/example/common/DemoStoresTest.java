package dev.keystile.example.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStoresTest {

    /** Each connection begins with a doze that is longer than a request would wait for it. */
    private static final String OPENING_SLOWLY = ";INIT=CREATE ALIAS IF NOT EXISTS DOZE"
            + " FOR 'java.util.concurrent.locks.LockSupport.parkNanos(long)'\\;CALL DOZE(4000000000)";

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsBeingRepairedIsWaitedForAtTheStart() {
        try (DemoStores stores =
                DemoStores.open("jdbc:h2:" + folder.resolve("slow") + OPENING_SLOWLY, Duration.ofMinutes(5))) {
            assertThat(stores.credentials().outlivesProcess()).isTrue();
        }
    }
}
