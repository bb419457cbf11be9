package dev.keystile.benchmark.service;

import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.password.Password;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.store.memory.InMemoryCredentialStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Logins and refreshes of one server, some of them at the same time. */
public final class LoginScene {

    private static final String MD5 = "5f4dcc3b5aa765d61d8327deb882cf99";
    private static final String ACTION = "user:refresh-keys";
    private static final double SLOW = 0.99;
    private static final long PERIOD_NANOS = 2_000_000;

    private final CaaKeys keys;

    private LoginScene(Pbkdf2PasswordHasher hasher) {
        SomeUsers users = new SomeUsers(Map.of(PasswordForm.MD5_HEX, hasher.hash(Password.md5Hex(MD5))));
        keys = CaaKeys.builder(new InMemoryCredentialStore(), users)
                .passwordHasher(hasher)
                .loginPolicy(LoginPolicy.independent(1000))
                .build();
    }

    /** With the recommended hash. */
    public static LoginScene recommended() {
        return new LoginScene(Pbkdf2PasswordHasher.recommended());
    }

    /** With the recommended hash, as many at once as there are logins. */
    public static LoginScene unbounded() {
        return new LoginScene(Pbkdf2PasswordHasher.recommended().atMostAtOnce(Integer.MAX_VALUE));
    }

    /** With a hash that is next to nothing. */
    public static LoginScene withOneRound() {
        return new LoginScene(Pbkdf2PasswordHasher.weakerThanRecommended(1, RandomBytes.secure()));
    }

    /** How long the middle one of so many logins takes. */
    public double medianLoginNanos(int times) {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            login();
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return nanos[times / 2];
    }

    /** How long a refresh takes that is slower than 99 of 100, while so many threads log in without pause. */
    public double slowRefreshMillis(int logins, int seconds) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> storm = new ArrayList<>();
        KeyGrant grant = login();
        for (int i = 0; i < logins; i++) {
            Thread thread = new Thread(() -> {
                while (!over.get()) {
                    login();
                }
            });
            thread.start();
            storm.add(thread);
        }
        List<Double> millis = refreshFor(seconds, grant);
        over.set(true);
        for (Thread thread : storm) {
            thread.join();
        }
        return millis.stream()
                .sorted()
                .skip((long) (millis.size() * SLOW))
                .findFirst()
                .orElseThrow();
    }

    /** A refresh every other millisecond; each counts from when it was to begin, so that one that had to wait doesn't hide it. */
    private List<Double> refreshFor(int seconds, KeyGrant first) {
        List<Double> millis = new ArrayList<>();
        CaaSigner signer = signerOf(first);
        long due = System.nanoTime();
        long end = due + TimeUnit.SECONDS.toNanos(seconds);
        while (due < end) {
            due += PERIOD_NANOS;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            List<String> header = List.of(signer.sign(ACTION));
            KeyGrant next = keys.refresh(ACTION, header) instanceof KeyGrant granted ? granted : login();
            millis.add((System.nanoTime() - due) / 1e6);
            signer = signerOf(next);
        }
        return millis;
    }

    private KeyGrant login() {
        return keys.login(SomeUsers.MOBILE, MD5) instanceof KeyGrant grant ? grant : refused();
    }

    private static KeyGrant refused() {
        throw new IllegalStateException("The user can't log in.");
    }

    private static CaaSigner signerOf(KeyGrant grant) {
        return CaaSigner.of(grant.pair().apiKey(), grant.pair().secret());
    }
}
