package dev.keystile.caa.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.store.memory.InMemoryCredentialStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaaKeysBuilderTest {

    private final CaaKeysBuilder builder = CaaKeys.builder(new InMemoryCredentialStore(), TestUsers.directory());

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT0S", "PT0.999S", "P366DT0.001S"})
    void aLifetimeBelowASecondOrAboveAYearIsRefused(Duration lifetime) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.lifetime(lifetime))
                .withMessageContaining(lifetime.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "P366D"})
    void theBoundsThemselvesAreTaken(Duration lifetime) {
        assertThat(builder.lifetime(lifetime).build()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT0S", "PT0.999S", "P3660DT0.001S"})
    void aLoginThatLastsForLessThanASecondOrMoreThanTenYearsIsRefused(Duration longest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.longestLogin(longest))
                .withMessageContaining(longest.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "P3660D"})
    void theBoundsOfALoginAreTaken(Duration longest) {
        assertThat(builder.longestLogin(longest).build()).isNotNull();
    }

    @Test
    void whoForgetsTheStoreIsToldWhichOneToBeginWith() {
        assertThatNullPointerException()
                .isThrownBy(() -> CaaKeys.builder(null, TestUsers.directory()))
                .withMessageContaining("new InMemoryCredentialStore()");
    }

    @Test
    void whoForgetsTheUsersIsToldWhichDirectoryToBeginWith() {
        assertThatNullPointerException()
                .isThrownBy(() -> CaaKeys.builder(new InMemoryCredentialStore(), null))
                .withMessageContaining("new InMemoryUserDirectory()");
    }
}
