package dev.keystile.store.jdbc;

import static dev.keystile.store.jdbc.TestLogin.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.token.TokenStanding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Ids that were made to be taken for SQL or for one another, that are as long as they get, and times at the ends of their range. */
@ParameterizedClass
@EnumSource(TestEngine.class)
class HostileNamesTest {

    private static final int LONGEST_ID = 255;

    /** No two of them are one user, whatever a collation, a pattern or a parser may think. */
    private static final List<String> IDS = List.of(
            "'; DROP TABLE keystile_credential; --",
            "' OR '1'='1",
            "\\' OR 1=1 -- ",
            "\" OR \"\"=\"",
            "x'00'",
            ":lookup",
            "?",
            "%",
            "_",
            "*/ OR 1=1 /*",
            "${jndi:ldap://example.com/a}",
            "anna",
            "Anna",
            "anna ",
            " anna",
            "ánna",
            "a\u0301nna",
            "ａnna",
            "ß",
            "ss",
            "ı",
            "i",
            "\u200banna",
            "\uFEFFanna",
            "😀",
            "😀😀",
            "𝒶",
            "漢".repeat(LONGEST_ID),
            "漢".repeat(LONGEST_ID - 1),
            "a".repeat(LONGEST_ID),
            "a".repeat(LONGEST_ID - 1),
            "😀".repeat(LONGEST_ID / 2));

    private final TestEngine engine;
    private final HikariDataSource database;
    private final JdbcCredentialStore store;
    private final JdbcTokenLedger ledger;

    HostileNamesTest(TestEngine engine) {
        this.engine = engine;
        this.database = engine.emptyDatabase();
        JdbcSchema.of(database).createIfAbsent();
        this.store = new JdbcCredentialStore(database);
        this.ledger = new JdbcTokenLedger(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyIdIsAUserOfItsOwnAndStaysWhole() {
        assertNobodyIsTakenForAnother(store);
    }

    @Test
    void everyIdIsAHolderOfItsOwn() {
        List<TestToken> tokens =
                IDS.stream().map(id -> TestToken.of(new UserId(id))).toList();
        while (true) {
            TestToken ended = tokens.get(0);
            ended.revokeLogins(ledger);
            assertThat(ledger.standing(ended.reference(), NOW)).isEqualTo(TokenStanding.REVOKED);
            tokens = tokens.subList(1, tokens.size());
            if (tokens.isEmpty()) {
                return;
            }
            assertThat(tokens).allMatch(token -> ledger.standing(token.reference(), NOW) == TokenStanding.GOOD);
        }
    }

    /** The MariaDB driver writes values into the statement, and has to know which characters mean something to the server. */
    @Test
    void noModeOfTheServerMakesAnIdMeanSomethingElse() {
        if (engine == TestEngine.MARIADB_11) {
            for (String mode : List.of("", "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES", "NO_BACKSLASH_ESCAPES,ANSI_QUOTES")) {
                try (HikariDataSource odd =
                        TestEngine.open(database.getJdbcUrl() + "&sessionVariables=sql_mode='" + mode + "'")) {
                    assertNobodyIsTakenForAnother(new JdbcCredentialStore(odd));
                }
            }
        }
    }

    @Test
    void whatWouldNotFitNeverGetsToTheDatabase() {
        for (String id : List.of("a".repeat(LONGEST_ID + 1), "nul\u0000", "half\uD83D", "", "line\nbreak")) {
            assertThatThrownBy(() -> new UserId(id)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void timesAtTheEndsOfTheirRangeAreKeptAsTheyAre() {
        for (long[] life : new long[][] {
            {0, Long.MAX_VALUE}, {Long.MIN_VALUE, Long.MAX_VALUE}, {Long.MIN_VALUE, Long.MIN_VALUE + 1}
        }) {
            UserId user = TestLogin.user();
            StoredCredential pair = StoredCredential.begin(
                    TestLogin.lookup(user),
                    user,
                    TestLogin.first().family(),
                    life[0],
                    life[1],
                    CredentialBody.of(RandomBytes.secure().next(512)));
            store.issue(pair, LoginPolicy.reuse(), life[0]);

            assertThat(store.find(pair.lookup(), life[1] - 1)).isEqualTo(new FindResult.Live(pair));
            assertThat(store.find(pair.lookup(), life[1])).isEqualTo(new FindResult.Unknown());
        }
    }

    /** A janitor at the beginning of time sweeps nothing, and doesn't wrap around to its end. */
    @Test
    void aJanitorAtTheEndsOfTimeSweepsNothingThatIsAlive() {
        StoredCredential pair = TestLogin.livingUntil(Long.MAX_VALUE);
        store.issue(pair, LoginPolicy.reuse(), NOW);
        JdbcJanitor janitor = new JdbcJanitor(database);

        assertThatThrownBy(() -> janitor.purge(Long.MIN_VALUE, 10)).isInstanceOf(ArithmeticException.class);
        assertThat(janitor.purge(Long.MAX_VALUE, 10)).isZero();
        assertThat(store.find(pair.lookup(), NOW)).isEqualTo(new FindResult.Live(pair));
    }

    private void assertNobodyIsTakenForAnother(JdbcCredentialStore node) {
        List<StoredCredential> alive = new ArrayList<>();
        for (String id : IDS) {
            StoredCredential pair = TestLogin.of(new UserId(id));
            node.issue(pair, LoginPolicy.replace(), NOW);
            alive.add(pair);
        }
        for (StoredCredential pair : List.copyOf(alive)) {
            assertThat(alive).allMatch(other -> isLive(node, other));
            assertThat(node.exchange(TestLogin.exchangeOf(pair, TestLogin.LENIENT)))
                    .isEqualTo(new ExchangeResult.Exchanged<>());
            assertThat(node.revokeAll(pair.user(), NOW)).as(pair.user().value()).isOne();
            alive.remove(pair);
        }
    }

    private static boolean isLive(JdbcCredentialStore node, StoredCredential credential) {
        return node.find(credential.lookup(), NOW).equals(new FindResult.Live(credential));
    }
}
