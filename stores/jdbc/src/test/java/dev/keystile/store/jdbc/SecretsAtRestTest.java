package dev.keystile.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.seal.SealingKeys;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.CaaKeysBuilder;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.codec.CanonicalBase64;
import dev.keystile.core.ApiKeyPair;
import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.Password;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.service.TokenGrant;
import dev.keystile.jwt.service.Tokens;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.jdbc.engine.TestEngine;
import dev.keystile.store.jdbc.served.Client;
import dev.keystile.store.jdbc.served.PairClient;
import dev.keystile.store.jdbc.served.Site;
import dev.keystile.store.jdbc.served.TokenClient;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.user.UserAccount;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A dump of every table lets nobody in: of what the services hand out, nothing is found in it, in no encoding. */
@ParameterizedClass
@EnumSource(TestEngine.class)
class SecretsAtRestTest {

    private static final String ACTION = "user:refresh-keys";
    private static final String MOBILE = "13800138000";
    private static final String PASSWORD = "Rosebud-and-Thistle-7";
    private static final String PASSWORD_MD5 = "0d6f7f4c4c1fbc3e7c8a6e2ad4a5f3b1";
    private static final UserId USER = new UserId("someone-in-the-dump");

    private static final RandomBytes RANDOM = RandomBytes.secure();
    private static final PasswordHasher HASHER = Pbkdf2PasswordHasher.weakerThanRecommended(10, RANDOM);
    private static final ExchangePolicy REMEMBERING =
            ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(60)).withReuseDetection();

    private final HikariDataSource database;
    private final InMemoryUserDirectory users = new InMemoryUserDirectory();

    SecretsAtRestTest(TestEngine engine) {
        this.database = engine.emptyDatabase();
        JdbcSchema.of(database).createIfAbsent();
        users.put(
                new UserAccount(
                        USER,
                        "someone",
                        false,
                        Map.of(
                                PasswordForm.PLAIN, HASHER.hash(Password.plain(PASSWORD)),
                                PasswordForm.MD5_HEX, HASHER.hash(Password.md5Hex(PASSWORD_MD5))),
                        UserProfile.of(Map.of("name", "someone"))),
                MOBILE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void sealedPairsAreNotInTheDumpWhetherAliveOrSpent() {
        CaaKeys keys = keys().sealedBy(SealingKeys.of(RANDOM.next(32))).build();
        ApiKeyPair spent = ((KeyGrant) keys.login(MOBILE, PASSWORD_MD5)).pair();
        ApiKeyPair alive = refresh(keys, spent);

        Dump dump = Dump.of(database);

        assertThat(dump.holds(USER.value())).as("that the rows are in the dump").isTrue();
        for (ApiKeyPair pair : List.of(spent, alive)) {
            assertThat(dump.holds(pair.apiKey().bytes())).isFalse();
            assertThat(dump.holds(pair.secret().bytes())).isFalse();
        }
        assertThat(dump.holds(PASSWORD_MD5)).isFalse();
    }

    @Test
    void anUnsealedPairWouldBeFound() {
        CaaKeys keys = keys().unsealed().build();
        ApiKeyPair pair = ((KeyGrant) keys.login(MOBILE, PASSWORD_MD5)).pair();

        Dump dump = Dump.of(database);

        assertThat(dump.holds(pair.apiKey().bytes())).isTrue();
        assertThat(dump.holds(pair.secret().bytes())).isTrue();
    }

    @Test
    void tokensAreNotInTheDumpThoughTheirSuccessorsAreKept() {
        Tokens tokens = Tokens.builder(
                        KeyRing.of(
                                TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.generate(TokenAlgorithm.HS256, RANDOM))),
                        "https://issuer.example.com",
                        new JdbcTokenLedger(database),
                        users)
                .exchangePolicy(REMEMBERING)
                .passwordHasher(HASHER)
                .build();
        String spent = ((TokenGrant) tokens.login(MOBILE, PASSWORD)).reveal();
        String alive = ((TokenGrant) tokens.exchange(spent)).reveal();

        Dump dump = Dump.of(database);

        assertThat(dump.holds(USER.value())).as("that the rows are in the dump").isTrue();
        for (String token : List.of(spent, alive)) {
            for (String part : token.split("\\.", -1)) {
                assertThat(dump.holds(part)).isFalse();
            }
        }
        assertThat(dump.holds(PASSWORD)).isFalse();
    }

    /** Whatever was granted to many clients of every contract, and what they logged in with. */
    @Test
    void nothingThatEndpointsEverGrantedIsInTheDump() {
        Site site = new Site(database);
        List<Client> clients =
                List.of(new PairClient(), new PairClient(), TokenClient.ofTokens(), TokenClient.ofBearer());
        clients.forEach(client -> liveThrough(site, client));

        Dump dump = Dump.of(database);

        assertThat(clients).allMatch(client -> client.secrets().size() > 6);
        for (String secret :
                clients.stream().flatMap(client -> client.secrets().stream()).toList()) {
            assertThat(dump.holds(secret)).isFalse();
            CanonicalBase64.decode(secret)
                    .ifPresent(bytes -> assertThat(dump.holds(bytes)).isFalse());
        }
    }

    @Test
    void everyTableIsInTheDump() {
        List<String> made = JdbcSchema.statements(JdbcDialect.of(database).schemaScript()).stream()
                .map(Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+)")::matcher)
                .filter(Matcher::lookingAt)
                .map(statement -> statement.group(1))
                .toList();

        assertThat(Dump.of(database).tables()).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void whateverFormASecretIsKeptInTheSearchFindsIt() {
        byte[] secret = RANDOM.next(32);
        byte[] longer = ByteBuffer.allocate(35)
                .put((byte) 1)
                .put(secret)
                .put((byte) 2)
                .put((byte) 3)
                .array();
        List<String> forms = List.of(
                HexFormat.of().formatHex(secret),
                HexFormat.of().withUpperCase().formatHex(secret),
                Base64.getEncoder().encodeToString(secret),
                Base64.getUrlEncoder().encodeToString(secret),
                Base64.getEncoder().encodeToString(longer));
        assertThat(Dump.of(database).holds(secret)).isFalse();

        for (String form : forms) {
            assertFound(secret, form.getBytes(UTF_8));
        }
        assertFound(secret, longer);
    }

    private void assertFound(byte[] secret, byte[] body) {
        JdbcCredentialStore store = new JdbcCredentialStore(database);
        UserId user = TestLogin.user();
        StoredCredential kept = StoredCredential.begin(
                TestLogin.lookup(user), user, FamilyId.random(RANDOM), 1, 2, CredentialBody.of(body));
        store.issue(kept, LoginPolicy.reuse(), 1);

        assertThat(Dump.of(database).holds(secret)).isTrue();
        store.revokeAll(user, 1);
        assertThat(Dump.of(database).holds(secret)).isFalse();
    }

    private static void liveThrough(Site site, Client client) {
        client.logIn(site);
        for (int refresh = 0; refresh < 3; refresh++) {
            assertThat(client.ask(site).isOk()).isTrue();
            assertThat(client.refresh(site).isOk()).isTrue();
        }
    }

    private CaaKeysBuilder keys() {
        return CaaKeys.builder(new JdbcCredentialStore(database), users)
                .replayGuard(new JdbcReplayGuard(database))
                .exchangePolicy(REMEMBERING)
                .passwordHasher(HASHER);
    }

    private static ApiKeyPair refresh(CaaKeys keys, ApiKeyPair pair) {
        String header =
                CaaSigner.of(pair.apiKey().text(), pair.secret().reveal()).sign(ACTION);
        return ((KeyGrant) keys.refresh(ACTION, List.of(header))).pair();
    }
}
