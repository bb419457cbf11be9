package dev.keystile.example.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartFailureTest {

    @Test
    void aTakenPortIsToldWithAnotherOneHoweverDeepItIsWrapped() {
        Exception failure =
                new IllegalStateException(new UncheckedIOException(new BindException("Address already in use")));

        assertThat(StartFailure.remedy(failure, 3003))
                .contains(
                        "Port 3003 is taken. Stop what listens there, or choose another one: add -Dport=3004 to the command.");
    }

    @Test
    void thePortThatIsTakenIsNotTheOneThatIsAdvised() {
        assertThat(StartFailure.remedy(new BindException(), 3004).orElseThrow())
                .endsWith("-Dport=3005 to the command.");
    }

    @Test
    void aStoreThatCanNotBeUsedSaysWhy() {
        assertThat(StartFailure.remedy(
                        new StoreException("The database can't be reached.", new IOException("refused")), 3003))
                .contains("The store of -Dstore can't be used. The database can't be reached. The first cause:"
                        + " java.io.IOException: refused");
    }

    @Test
    void whatNobodyThoughtOfIsLeftAsItIs() {
        assertThat(StartFailure.remedy(new IllegalStateException("new"), 3003)).isEqualTo(Optional.empty());
    }

    /** Port 1 of this machine is nobody's. */
    @Timeout(30)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://127.0.0.1:1",
                "jdbc:postgresql://127.0.0.1:1/keystile",
                "jdbc:mariadb://127.0.0.1:1/keystile"
            })
    void aStoreThatIsNotThereIsToldAsOne(String url) {
        assertThat(StartFailure.remedy(failureOf(url), 3003).orElseThrow())
                .startsWith("The store of -Dstore can't be used. ")
                .hasSizeGreaterThan(60);
    }

    private static Throwable failureOf(String url) {
        try (DemoStores stores = DemoStores.open(url, Duration.ofMinutes(5))) {
            throw new AssertionError("There is a store at " + url + ": " + stores);
        } catch (RuntimeException failure) {
            return failure;
        }
    }
}
