package dev.keystile.example.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.CaaSigner;
import dev.keystile.example.common.DemoSettings;
import dev.keystile.example.common.DemoUsers;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the demo still knows after a restart, if its store outlives it. */
abstract class DemoRestartTest {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    /** As many as the standard policy lets pass. */
    private static final int FREE_GUESSES = 5;

    @TempDir
    Path data;

    /** What {@code -Dstore} says. */
    abstract String store();

    @Test
    void aPairStillOpensTheProtectedEndpoint() throws IOException {
        CaaSigner signer;
        try (DemoServer before = start()) {
            signer = login(before);
        }
        try (DemoServer after = start()) {
            assertThat(new DemoClient(after.port()).personal(signer).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aSpentPairStaysDead() throws IOException {
        CaaSigner spent;
        try (DemoServer before = start()) {
            spent = login(before);
            new DemoClient(before.port()).refreshKeys(spent);
        }
        try (DemoServer after = start()) {
            assertThat(new DemoClient(after.port()).personal(spent).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void anExchangedTokenStaysDead() throws IOException {
        String token;
        try (DemoServer before = start()) {
            DemoClient client = new DemoClient(before.port());
            token = token(client);
            assertThat(exchange(client, token).statusCode()).isEqualTo(201);
        }
        try (DemoServer after = start()) {
            assertThat(exchange(new DemoClient(after.port()), token).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aTokenIsStillGood() throws IOException {
        String token;
        try (DemoServer before = start()) {
            token = token(new DemoClient(before.port()));
        }
        try (DemoServer after = start()) {
            assertThat(exchange(new DemoClient(after.port()), token).statusCode())
                    .isEqualTo(201);
        }
    }

    /** The wait of a second may be over by then, so one more guess is looked at; without what was counted, five would be. */
    @Test
    void failedLoginsStillCount() throws IOException {
        System.setProperty("throttle", "true");
        try {
            try (DemoServer before = start()) {
                DemoClient client = new DemoClient(before.port());
                for (int guess = 0; guess <= FREE_GUESSES; guess++) {
                    assertThat(guess(client)).isEqualTo(400);
                }
            }
            try (DemoServer after = start()) {
                DemoClient client = new DemoClient(after.port());
                assertThat(guess(client)).isIn(400, 429);
                assertThat(guess(client)).isEqualTo(429);
            }
        } finally {
            System.clearProperty("throttle");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatOpensThePairsIsReadableByItsOwnerAlone() throws IOException {
        start().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets())))
                .isEqualTo("rw-------");
    }

    private DemoServer start() throws IOException {
        DemoSettings settings = DemoSettings.onFreePort().withStore(store(), secrets());
        return DemoServer.start(settings, Fast.hasher());
    }

    private static int guess(DemoClient client) {
        return client.login(DemoUsers.MOBILE, "a guess").statusCode();
    }

    private Path secrets() {
        return data.resolve("keystile.secrets");
    }

    private static CaaSigner login(DemoServer demo) {
        return DemoClient.signerOf(new DemoClient(demo.port()).login(DemoUsers.MOBILE, DemoUsers.PASSWORD));
    }

    private static String token(DemoClient client) {
        String body = client.post("/tokens", "{\"login\":\"demo\",\"password\":\"" + DemoUsers.PASSWORD + "\"}")
                .body();
        Matcher token = TOKEN.matcher(body);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static HttpResponse<String> exchange(DemoClient client, String token) {
        return client.signed("PATCH", "/tokens", "Bearer " + token);
    }
}
