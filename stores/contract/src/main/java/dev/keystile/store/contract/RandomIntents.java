package dev.keystile.store.contract;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.LoginPolicy;
import dev.keystile.store.Exchange;
import dev.keystile.store.FindResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.contract.CredentialIntent.Find;
import dev.keystile.store.contract.CredentialIntent.Issue;
import dev.keystile.store.contract.CredentialIntent.Refresh;
import dev.keystile.store.contract.CredentialIntent.Revoke;
import dev.keystile.store.contract.CredentialIntent.RevokeAll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/**
 * Draws intents for a handful of users, two of whom share a slot, at a clock that stands still, steps, or lands right before,
 * on and after the moments at which something expires or a window shuts. Never backwards: what has expired may be gone.
 */
final class RandomIntents {

    static final List<LoginPolicy> LOGIN_POLICIES =
            List.of(LoginPolicy.reuse(), LoginPolicy.replace(), LoginPolicy.independent(1), LoginPolicy.independent(3));
    static final List<ExchangePolicy> EXCHANGE_POLICIES = List.of(
            ExchangePolicy.strict(),
            ExchangePolicy.strict().withReuseDetection(),
            ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(10)),
            ExchangePolicy.strict().withGraceWindow(Duration.ofSeconds(60)).withReuseDetection());
    private static final int LONGEST_LIFE = 200_000;
    private static final int LONGEST_STEP = 20_000;

    private final Random random;
    private final List<TestUser> users;
    private final List<StoredCredential> known = new ArrayList<>();
    private final TreeSet<Long> moments = new TreeSet<>();
    private long now;

    RandomIntents(Random random, List<TestUser> users, long now) {
        this.random = random;
        this.users = users;
        this.now = now;
    }

    long now() {
        return now;
    }

    /** The next intent; {@code model} tells which lookups are taken. */
    CredentialIntent<?> next(ReferenceModel model) {
        passTime();
        int draw = known.isEmpty() ? 0 : random.nextInt(20);
        if (draw < 4) {
            return login(model);
        }
        if (draw < 13) {
            return refresh(model);
        }
        if (draw < 18) {
            return new Find(any(known).lookup(), now);
        }
        return draw < 19
                ? new Revoke(any(known).user(), any(known).family(), now)
                : new RevokeAll(any(users).id(), now);
    }

    private Issue login(ReferenceModel model) {
        TestUser user = any(users);
        StoredCredential fresh = remember(user.login(now, now + random.nextInt(LONGEST_LIFE)));
        StoredCredential candidate = takenLookup(fresh, model)
                .map(taken -> StoredCredential.begin(
                        taken, fresh.user(), fresh.family(), now, fresh.expiresAtMillis(), fresh.body()))
                .orElse(fresh);
        return new Issue(candidate, any(LOGIN_POLICIES), now);
    }

    private Refresh refresh(ReferenceModel model) {
        StoredCredential spent = recent();
        ExchangePolicy policy = any(EXCHANGE_POLICIES);
        long expiry = now + random.nextInt(LONGEST_LIFE);
        StoredCredential fresh = remember(new TestUser(spent.user()).successorOf(spent, now, expiry));
        StoredCredential successor = takenLookup(fresh, model)
                .map(taken -> spent.successor(taken, fresh.body(), now, expiry))
                .orElse(fresh);
        await(now + policy.graceWindow().toMillis());
        await(now + ExchangePolicy.LONGEST_GRACE.toMillis());
        return new Refresh(new Exchange(spent.lookup(), successor, policy, now));
    }

    /** Now and then, a lookup in the slot of {@code fresh} that is alive or spent, and so can't be used again. */
    private Optional<Lookup> takenLookup(StoredCredential fresh, ReferenceModel model) {
        Lookup other = any(known).lookup();
        boolean taken =
                other.tag().equals(fresh.lookup().tag()) && !(model.find(other, now) instanceof FindResult.Unknown);
        return taken && random.nextInt(10) == 0 ? Optional.of(other) : Optional.empty();
    }

    private void passTime() {
        int draw = random.nextInt(8);
        if (draw == 0) {
            now += random.nextInt(LONGEST_STEP);
        } else if (draw == 1) {
            now++;
        } else if (draw == 2) {
            Long moment = moments.ceiling(now);
            now = moment == null ? now : moment;
        }
    }

    private StoredCredential remember(StoredCredential credential) {
        known.add(credential);
        await(credential.expiresAtMillis());
        return credential;
    }

    private void await(long moment) {
        moments.addAll(List.of(moment - 1, moment, moment + 1));
    }

    /** One of the last few: older ones are rarely anything but unknown. */
    private StoredCredential recent() {
        int last = known.size();
        return known.get(last - 1 - random.nextInt(Math.min(last, 12)));
    }

    private <E> E any(List<E> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
