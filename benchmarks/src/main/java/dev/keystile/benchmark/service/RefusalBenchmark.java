package dev.keystile.benchmark.service;

import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.service.Authentication;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.core.password.Password;
import dev.keystile.core.password.PasswordForm;
import dev.keystile.core.password.Pbkdf2PasswordHasher;
import dev.keystile.store.memory.InMemoryCredentialStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Signed requests that are let through and such as are refused, by a caller who is deep in calls already. */
@State(Scope.Benchmark)
public class RefusalBenchmark {

    private static final String MD5 = "5f4dcc3b5aa765d61d8327deb882cf99";
    private static final String ACTION = "user:personal-profile";
    private static final int CALLS = 1000;

    /** Calls below the one that authenticates. */
    @Param({"10", "100", "1000"})
    public int depth = 10;

    /** What is to be said of the header. */
    @Param
    public Header header = Header.GOOD;

    private final Pbkdf2PasswordHasher hasher = Pbkdf2PasswordHasher.weakerThanRecommended(1, RandomBytes.secure());
    private final CaaKeys keys = CaaKeys.builder(
                    new InMemoryCredentialStore(),
                    new SomeUsers(Map.of(PasswordForm.MD5_HEX, hasher.hash(Password.md5Hex(MD5)))))
            .loginPolicy(LoginPolicy.independent(16))
            .passwordHasher(hasher)
            .build();
    private @Nullable String text;

    /** What is right or wrong with a header. */
    public enum Header {
        /** Nothing. */
        GOOD {
            @Override
            CaaSigner signer(KeyGrant grant) {
                return CaaSigner.of(grant.pair().apiKey(), grant.pair().secret());
            }
        },
        /** Signed with another secret. */
        FORGED {
            @Override
            CaaSigner signer(KeyGrant grant) {
                return CaaSigner.of(grant.pair().apiKey(), ApiSecret.generate(RandomBytes.secure()));
            }
        },
        /** Signed with a pair that never was. */
        UNKNOWN {
            @Override
            CaaSigner signer(KeyGrant grant) {
                RandomBytes random = RandomBytes.secure();
                return CaaSigner.of(ApiKey.generate(new UserId("20261120"), random), ApiSecret.generate(random));
            }
        },
        /** Signed an hour ago. */
        EXPIRED {
            @Override
            CaaSigner signer(KeyGrant grant) {
                return GOOD.signer(grant).at(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
            }
        };

        abstract CaaSigner signer(KeyGrant grant);
    }

    /** A login, and a header. */
    @Setup
    public void sign() {
        text = header.signer((KeyGrant) keys.login(SomeUsers.MOBILE, MD5)).sign(ACTION);
    }

    /** Some calls, all from the same depth, so that the way down doesn't count. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void authenticate(Blackhole answers) {
        descend(depth, answers);
    }

    private int descend(int further, Blackhole answers) {
        if (further > 0) {
            return descend(further - 1, answers) + 1;
        }
        for (int call = 0; call < CALLS; call++) {
            Authentication answer = keys.authenticate(ACTION, text);
            answers.consume(answer);
        }
        return 0;
    }
}
