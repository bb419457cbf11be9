package dev.keystile.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.keystile.codec.Digests;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;
import dev.keystile.store.token.TokenSuccessor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * In a real database: whatever users, families and tokens are called, what is written is read back, and what is done to one
 * is done to no other. An input is two lots of four lines: user, kind, family, token id.
 */
class StoredNamesFuzzTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final long LATER = NOW + 1000;
    private static final int LINES = 8;
    private static final List<String> TABLES =
            List.of("keystile_credential", "keystile_token_spent", "keystile_token_family", "keystile_token_mark");

    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:fuzz;DB_CLOSE_DELAY=-1;WRITE_DELAY=0", "", "");
    private final JdbcCredentialStore credentials;
    private final JdbcTokenLedger tokens;

    StoredNamesFuzzTest() {
        JdbcSchema.of(pool).createIfAbsent();
        credentials = new JdbcCredentialStore(pool);
        tokens = new JdbcTokenLedger(pool);
    }

    @DictionaryEntries({
        "'",
        "\"",
        "--",
        "/*",
        "%",
        "_",
        "\\",
        " ",
        "名",
        "\uD83D\uDE00",
        "\u0301",
        "\u00DF",
        "FAMILY1",
        "a-1"
    })
    @FuzzTest
    void whatIsWrittenIsReadBackAndNothingElse(byte[] input) throws SQLException {
        String[] lines = new String(input, UTF_8).split("\n", LINES);
        if (lines.length == LINES && areFit(lines, 0) && areFit(lines, 4)) {
            TokenReference one = token(lines, 0);
            TokenReference other = token(lines, 4);
            try {
                if (!isOneLogin(one, other)) {
                    aPairIsItsUsersAlone(one, other);
                }
                aSpentTokenIsTheOnlyOne(one, other);
                aFamilyEndsAlone(one, other);
            } finally {
                forgetEverything();
            }
        }
    }

    private void aPairIsItsUsersAlone(TokenReference one, TokenReference other) {
        boolean sameUser = one.holder().user().equals(other.holder().user());
        StoredCredential first = credential(one, 1);
        StoredCredential second = credential(other, 2);
        credentials.issue(first, LoginPolicy.replace(), NOW);
        credentials.issue(second, LoginPolicy.replace(), NOW);

        assertThat(credentials.find(second.lookup(), NOW)).isEqualTo(new FindResult.Live(second));
        assertThat(credentials.find(first.lookup(), NOW))
                .isEqualTo(sameUser ? new FindResult.Unknown() : new FindResult.Live(first));
        assertThat(credentials.revokeAll(one.holder().user(), NOW)).isEqualTo(1);
        assertThat(credentials.find(second.lookup(), NOW))
                .isEqualTo(sameUser ? new FindResult.Unknown() : new FindResult.Live(second));
        assertThat(credentials.revoke(other.holder().user(), other.family(), NOW))
                .isEqualTo(!sameUser);
    }

    private void aSpentTokenIsTheOnlyOne(TokenReference one, TokenReference other) {
        assertThat(tokens.exchange(new TokenExchange(
                        one, new TokenSuccessor("successor", null), ExchangePolicy.strict(), NOW, LATER, LATER)))
                .isEqualTo(new ExchangeResult.Exchanged<>());

        boolean same = one.holder().equals(other.holder()) && one.tokenId().equals(other.tokenId());
        assertThat(tokens.standing(one, NOW)).isEqualTo(TokenStanding.SPENT);
        assertThat(tokens.standing(other, NOW)).isEqualTo(same ? TokenStanding.SPENT : TokenStanding.GOOD);
    }

    private void aFamilyEndsAlone(TokenReference one, TokenReference other) {
        TokenReference sibling = new TokenReference(other.holder(), other.family(), "sibling", NOW);
        tokens.revokeFamily(one.holder(), one.family(), NOW, LATER);

        boolean same = one.holder().equals(other.holder()) && one.family().equals(other.family());
        assertThat(tokens.standing(sibling, NOW)).isEqualTo(same ? TokenStanding.REVOKED : TokenStanding.GOOD);
    }

    /** Nothing is left for the next input. */
    private void forgetEverything() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.executeUpdate("DELETE FROM " + table);
            }
        }
    }

    private static boolean isOneLogin(TokenReference one, TokenReference other) {
        return one.holder().user().equals(other.holder().user()) && one.family().equals(other.family());
    }

    private static boolean areFit(String[] lines, int at) {
        String tokenId = lines[at + 3];
        return UserId.isFit(lines[at])
                && lines[at + 1].matches("[a-z0-9-]{1,32}")
                && FamilyId.isFit(lines[at + 2])
                && !tokenId.isEmpty()
                && !tokenId.equals("successor")
                && !tokenId.equals("sibling")
                && tokenId.length() <= TokenReference.MAX_TOKEN_ID;
    }

    private static TokenReference token(String[] lines, int at) {
        TokenHolder holder = new TokenHolder(new UserId(lines[at]), lines[at + 1]);
        return new TokenReference(holder, new FamilyId(lines[at + 2]), lines[at + 3], NOW);
    }

    private static StoredCredential credential(TokenReference names, int number) {
        UserId user = names.holder().user();
        byte[] digest = Digests.sha256((number + user.value()).getBytes(UTF_8));
        FamilyId family = new FamilyId(names.family().value());
        return StoredCredential.begin(
                Lookup.of(user.tag(), digest), user, family, NOW, LATER, CredentialBody.of(digest));
    }
}
