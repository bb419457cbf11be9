package dev.keystile.store.jdbc;

import static dev.keystile.store.jdbc.TestLogin.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.throttle.AttemptDecision;
import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.ThrottlePolicy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a throttle keeps of a flood of names that nobody has, of names that were made to be SQL, and of names at all. */
@ParameterizedClass
@EnumSource(TestEngine.class)
class FloodedThrottleTest {

    private static final int FLOOD = 300;
    private static final int ROWS_OF_AN_ATTEMPT = 3;

    private static final List<String> HOSTILE = List.of(
            "'; DROP TABLE keystile_attempt; --",
            "' OR '1'='1",
            "\\' OR 1=1 -- ",
            ":account",
            "?",
            "%",
            "_",
            "nul\u0000",
            "half\uD83D",
            "漢".repeat(100_000));

    private final HikariDataSource database;
    private final JdbcLoginThrottle throttle;

    FloodedThrottleTest(TestEngine engine) {
        this.database = engine.emptyDatabase();
        JdbcSchema.of(database).createIfAbsent();
        this.throttle = new JdbcLoginThrottle(database, TestLogin.THROTTLE_KEY);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void namesThatHaveToWaitTakeNoRow() {
        int free = ThrottlePolicy.standard().address().freeFailures();

        long admitted = IntStream.range(0, FLOOD)
                .filter(number -> isAdmitted(UUID.randomUUID().toString(), "192.0.2.1"))
                .count();

        assertThat(admitted).isEqualTo(free + 1);
        assertThat(rows()).isEqualTo(1 + 2 * admitted);
    }

    @Test
    void ofEverNewNamesFromEverNewAddressesNothingIsLeftOnceAllIsForgiven() {
        for (int number = 0; number < FLOOD; number++) {
            assertThat(isAdmitted(UUID.randomUUID().toString(), "198.51.100." + number))
                    .isTrue();
        }

        assertThat(rows()).isEqualTo((long) ROWS_OF_AN_ATTEMPT * FLOOD);
        JdbcJanitor janitor = new JdbcJanitor(database);
        long later = NOW
                + ThrottlePolicy.standard()
                        .pair()
                        .forgivenEvery()
                        .multipliedBy(4)
                        .toMillis();
        assertThat(janitor.purge(later, FLOOD)).as("a batch").isEqualTo(FLOOD);
        while (janitor.purge(later, FLOOD) > 0) {
            assertThat(rows()).isLessThan((long) ROWS_OF_AN_ATTEMPT * FLOOD);
        }
        assertThat(rows()).isZero();
    }

    @Test
    void hostileNamesAndAddressesAreCountedLikeAnyOther() {
        for (String hostile : HOSTILE) {
            long admitted = IntStream.range(0, 20)
                    .filter(number -> isAdmitted(hostile, "at " + hostile))
                    .count();
            assertThat(admitted).isEqualTo(ThrottlePolicy.standard().pair().freeFailures() + 1);
        }
        assertThat(isAdmitted("anna", "192.0.2.1")).isTrue();
    }

    @Test
    void neitherNamesNorAddressesNorTheirPlainDigestsAreInADump() {
        LoginAttempt attempt = LoginAttempt.of("13800138000", "192.0.2.77", NOW);
        throttle.begin(attempt);

        Dump dump = Dump.of(database);

        assertThat(dump.holds(TestLogin.THROTTLE_KEY.nameOf(attempt.account())))
                .as("that the meter is")
                .isTrue();
        assertThat(dump.holds("13800138000")).isFalse();
        assertThat(dump.holds("192.0.2.77")).isFalse();
        assertThat(dump.holds(attempt.account().bytes())).isFalse();
        assertThat(dump.holds(attempt.address().orElseThrow().bytes())).isFalse();
    }

    private boolean isAdmitted(String name, String address) {
        return throttle.begin(LoginAttempt.of(name, address, NOW)) instanceof AttemptDecision.Admitted;
    }

    private long rows() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM keystile_attempt")) {
            count.next();
            return count.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("The rows can't be counted", failure);
        }
    }
}
