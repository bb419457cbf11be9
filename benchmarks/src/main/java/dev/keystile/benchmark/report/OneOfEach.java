package dev.keystile.benchmark.report;

import dev.keystile.caa.CaaHeader;
import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.CaaVerifier;
import dev.keystile.caa.VerifiedSignature;
import dev.keystile.core.ApiKey;
import dev.keystile.core.ApiSecret;
import dev.keystile.core.RandomBytes;
import dev.keystile.core.UserId;
import dev.keystile.jwt.HmacSecret;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenIssuer;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.TokenRules;
import dev.keystile.jwt.TokenVerifier;
import dev.keystile.jwt.VerifiedToken;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Clock;
import java.util.Map;

/** The program of a virtual machine that does one Caa verify and one JWT verify, or nothing; it tells the memory in use. */
public final class OneOfEach {

    private OneOfEach() {}

    /** @param args {@code nothing}, to have something to compare with */
    @SuppressWarnings("SystemOut") // for the parent process to read
    public static void main(String[] args) {
        if (args.length == 0 && !(verifiesHeader() && verifiesToken())) {
            throw new IllegalStateException("What was just signed doesn't verify.");
        }
        System.gc();
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        System.out.println(memory.getHeapMemoryUsage().getUsed()
                + memory.getNonHeapMemoryUsage().getUsed());
    }

    private static boolean verifiesHeader() {
        RandomBytes random = RandomBytes.secure();
        ApiKey key = ApiKey.generate(new UserId("1"), random);
        ApiSecret secret = ApiSecret.generate(random);
        String header = CaaSigner.of(key, secret).sign("user:refresh-keys");
        return CaaHeader.parse(header) instanceof CaaHeader parsed
                && CaaVerifier.standard().verify("user:refresh-keys", parsed, secret, System.currentTimeMillis())
                        instanceof VerifiedSignature;
    }

    private static boolean verifiesToken() {
        RandomBytes random = RandomBytes.secure();
        KeyRing ring =
                KeyRing.of(TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.generate(TokenAlgorithm.HS256, random)));
        TokenRules rules = TokenRules.issuedBy("https://auth.example.com").build();
        String token = new TokenIssuer(ring, rules, Clock.systemUTC(), random)
                .issue("1", Map.of())
                .reveal();
        return new TokenVerifier(ring, rules, Clock.systemUTC()).verify(token) instanceof VerifiedToken;
    }
}
