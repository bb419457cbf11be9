package dev.keystile.caa.service;

import dev.keystile.caa.CaaAction;
import dev.keystile.caa.CaaHeader;
import dev.keystile.caa.CaaVerdict;
import dev.keystile.caa.CaaVerifier;
import dev.keystile.caa.RequestBinding;
import dev.keystile.caa.VerifiedSignature;
import dev.keystile.codec.Digests;
import dev.keystile.store.ReplayGuard;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The contract's table of checks, in its order. */
final class Gate {

    private final PairVault vault;
    private final UserDirectory users;
    private final CaaVerifier verifier;
    private final ReplayGuard replays;
    private final Clock clock;

    Gate(PairVault vault, UserDirectory users, CaaVerifier verifier, ReplayGuard replays, Clock clock) {
        this.vault = vault;
        this.users = users;
        this.verifier = verifier;
        this.replays = replays;
        this.clock = clock;
    }

    /** Checks a request that only a live pair may sign. */
    Outcome admit(String action, RequestBinding binding, List<String> authorization) {
        return check(action, binding, authorization, false);
    }

    /**
     * Checks a refresh, which a spent pair may sign as well. Whatever is wrong with a spent pair's request, it is told the same
     * as of any dead key.
     */
    Outcome admitSpentToo(String action, List<String> authorization) {
        return check(action, RequestBinding.none(), authorization, true);
    }

    private Outcome check(String action, RequestBinding binding, List<String> authorization, boolean spentToo) {
        CaaAction.requireFit(action);
        long now = clock.millis();
        if (!(CaaHeader.parse(authorization) instanceof CaaHeader header)) {
            return refuse(Refusal.MALFORMED, now);
        }
        Optional<HeldPair> found = vault.find(header.apiKey(), now).filter(pair -> spentToo || !pair.spent());
        if (found.isEmpty()) {
            return refuse(Refusal.UNKNOWN_KEY, now);
        }
        HeldPair pair = found.get();
        CaaVerdict verdict = verifier.verify(action, binding, header, pair.secret(), now);
        if (!(verdict instanceof VerifiedSignature signature)) {
            return refuse(pair, reason(verdict), now);
        }
        if (!isFirstUse(pair, header, now)) {
            return refuse(pair, Refusal.REPLAYED, now);
        }
        return users.findById(pair.stored().user())
                .filter(account -> !account.disabled())
                .<Outcome>map(account -> new Admitted(pair, signature, account, now))
                .orElseGet(() -> expel(pair, now));
    }

    private boolean isFirstUse(HeldPair pair, CaaHeader header, long now) {
        long keepUntil = header.timestampMillis() + verifier.window().toMillis() + 1;
        return replays.isFirstUse(pair.stored().lookup(), Digests.sha256(header.signature()), keepUntil, now);
    }

    private Outcome expel(HeldPair pair, long now) {
        vault.revoke(pair, now);
        return refuse(pair, Refusal.USER_GONE, now);
    }

    private static Refusal reason(CaaVerdict verdict) {
        return verdict == CaaVerdict.Rejection.OUTSIDE_WINDOW ? Refusal.OUTSIDE_WINDOW : Refusal.WRONG_SIGNATURE;
    }

    private static Outcome refuse(HeldPair pair, Refusal reason, long now) {
        return refuse(pair.spent() ? Refusal.UNKNOWN_KEY : reason, now);
    }

    private static Outcome refuse(Refusal reason, long now) {
        return new TurnedAway(new Refused(reason, Instant.ofEpochMilli(now)));
    }

    /** What the gate decided. */
    sealed interface Outcome {}

    /** Every check passed, at {@code nowMillis}. */
    record Admitted(HeldPair pair, VerifiedSignature signature, UserAccount account, long nowMillis)
            implements Outcome {}

    /** A check failed. */
    record TurnedAway(Refused refused) implements Outcome {}
}
