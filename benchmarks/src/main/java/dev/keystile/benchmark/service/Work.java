package dev.keystile.benchmark.service;

import dev.keystile.benchmark.caa.CaaBenchmark;
import dev.keystile.benchmark.token.TokenBenchmark;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request of {@link VirtualThreadBenchmark} does; the same as the benchmark that a thread of the platform runs. */
public enum Work {
    /** As {@link TokenBenchmark#verify}. */
    TOKEN_VERIFY {
        @Override
        Request open(int requests) throws Exception {
            TokenBenchmark tokens = tokens();
            return number -> tokens.verify();
        }
    },
    /** As {@link TokenBenchmark#issue}. */
    TOKEN_ISSUE {
        @Override
        Request open(int requests) throws Exception {
            TokenBenchmark tokens = tokens();
            return number -> tokens.issue();
        }
    },
    /** As {@link TokenBenchmark#forged}. */
    TOKEN_FORGED {
        @Override
        Request open(int requests) throws Exception {
            TokenBenchmark tokens = tokens();
            return number -> tokens.forged();
        }
    },
    /** As {@link TokenBenchmark#expired}. */
    TOKEN_EXPIRED {
        @Override
        Request open(int requests) throws Exception {
            TokenBenchmark tokens = tokens();
            return number -> tokens.expired();
        }
    },
    /** As {@link TokenExchangeBenchmark#call}, a login a request. */
    TOKEN_EXCHANGE {
        @Override
        Request open(int requests) {
            TokenExchangeBenchmark exchanges = new TokenExchangeBenchmark();
            TokenExchangeBenchmark.Holder[] holders = new TokenExchangeBenchmark.Holder[requests];
            for (int number = 0; number < requests; number++) {
                holders[number] = new TokenExchangeBenchmark.Holder();
                holders[number].login(exchanges);
            }
            return number -> exchanges.call(holders[number]);
        }
    },
    /** As {@link CaaBenchmark#sign}. */
    CAA_SIGN {
        @Override
        Request open(int requests) throws Exception {
            CaaBenchmark signatures = signatures();
            CaaBenchmark.Turn[] turns = turns(requests);
            return number -> signatures.sign(turns[number]);
        }
    },
    /** As {@link CaaBenchmark#verify}. */
    CAA_VERIFY {
        @Override
        Request open(int requests) throws Exception {
            CaaBenchmark signatures = signatures();
            CaaBenchmark.Turn[] turns = turns(requests);
            return number -> signatures.verify(turns[number]);
        }
    };

    /** One request of many. */
    @FunctionalInterface
    interface Request {

        /** The answer to the request of this {@code number}. */
        @Nullable
        Object handle(int number) throws Exception;
    }

    /** Requests whose numbers are below {@code requests}, no two of the same number at a time. */
    abstract Request open(int requests) throws Exception;

    private static TokenBenchmark tokens() throws Exception {
        TokenBenchmark tokens = new TokenBenchmark();
        tokens.prepare();
        return tokens;
    }

    private static CaaBenchmark signatures() throws GeneralSecurityException {
        CaaBenchmark signatures = new CaaBenchmark();
        signatures.prepare();
        return signatures;
    }

    /** One for each, so that no two requests write in the same place. */
    private static CaaBenchmark.Turn[] turns(int requests) {
        return Stream.generate(CaaBenchmark.Turn::new).limit(requests).toArray(CaaBenchmark.Turn[]::new);
    }
}
