package dev.keystile.store.memory;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.core.LoginPolicy;
import dev.keystile.core.UserId;
import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoreException;
import dev.keystile.store.StoredCredential;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of the users whose tags fall into one shard. Every change happens under the shard's lock and shows by one
 * volatile write: the {@link Commit} of a login or a logout, the step of a {@link Family} to its successor. What begins is
 * reachable before that write, what ends until after it, so that {@link #find} needs no lock.
 */
final class CredentialShard extends Shard<Link> {

    private final Map<Lookup, Link> links = new ConcurrentHashMap<>();
    private final FamiliesByUser families = new FamiliesByUser();

    FindResult find(Lookup lookup, long nowMillis) {
        @Nullable Link link = links.get(lookup);
        if (link == null) {
            return new FindResult.Unknown();
        }
        FindResult found = link.family().find(link, nowMillis);
        if (found instanceof FindResult.Unknown) {
            drainIfIdle(nowMillis);
        }
        return found;
    }

    IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
        return change(nowMillis, () -> {
            List<Family> held = families.of(candidate.user());
            List<Family> alive = aliveAt(nowMillis, held);
            if (policy instanceof LoginPolicy.Reuse && !alive.isEmpty()) {
                return new IssueResult.Kept(
                        Collections.max(alive, Family.LAST_ISSUED_LAST).newestCredential());
            }
            requireNew(candidate);
            begin(candidate, policy instanceof LoginPolicy.Replace ? held : surplus(policy, alive));
            return new IssueResult.Issued();
        });
    }

    ExchangeResult<StoredCredential> exchange(Exchange exchange) {
        return change(exchange.nowMillis(), () -> {
            @Nullable Link presented = links.get(exchange.spent());
            if (presented == null || !presented.credential().precedes(exchange.successor())) {
                return new ExchangeResult.Unknown<>();
            }
            FindResult found = presented.family().find(presented, exchange.nowMillis());
            if (found instanceof FindResult.Live) {
                succeed(presented, exchange);
                return new ExchangeResult.Exchanged<>();
            }
            Link.Spending spending = presented.spending();
            return found instanceof FindResult.Spent && spending != null
                    ? presentedAgain(presented.family(), presented, spending.atMillis(), exchange)
                    : new ExchangeResult.Unknown<>();
        });
    }

    boolean revoke(UserId user, FamilyId id, long nowMillis) {
        return change(nowMillis, () -> {
            Optional<Family> family = families.find(user, id);
            boolean alive = family.filter(held -> held.isAliveAt(nowMillis)).isPresent();
            family.ifPresent(held -> end(List.of(held), new Commit()));
            return alive;
        });
    }

    int revokeAll(UserId user, long nowMillis) {
        return change(nowMillis, () -> {
            List<Family> held = families.of(user);
            int alive = aliveAt(nowMillis, held).size();
            end(held, new Commit());
            return alive;
        });
    }

    int users() {
        return count(families::users);
    }

    @Override
    void forget(Link link) {
        links.remove(link.credential().lookup());
        deadlines().remove(link);
        link.leaveChain();
        Family family = link.family();
        if (family.hasEnded()) {
            hurryNext(family);
        } else if (family.isEmpty()) {
            families.remove(family);
        }
    }

    private void begin(StoredCredential candidate, List<Family> leaving) {
        Commit login = new Commit();
        Family family = new Family(candidate, login);
        keep(family.newest());
        families.add(family);
        end(leaving, login);
        family.hasBegun();
    }

    private void succeed(Link presented, Exchange exchange) {
        requireFree(exchange.successor().lookup());
        Family family = presented.family();
        Link successor = new Link(family, exchange.successor());
        keep(successor);
        boolean remembers = exchange.policy().remembersSpent();
        if (remembers) {
            deadlines().reschedule(presented, presented.spend(exchange).rememberedUntilMillis());
        }
        family.advanceTo(successor);
        if (!remembers) {
            forget(presented);
        }
    }

    private ExchangeResult<StoredCredential> presentedAgain(
            Family family, Link presented, long spentAtMillis, Exchange exchange) {
        ExchangePolicy policy = exchange.policy();
        boolean alive = family.isAliveAt(exchange.nowMillis());
        boolean direct = presented.credential().precedes(family.newestCredential());
        if (alive && direct && policy.isGraceOpen(spentAtMillis, exchange.nowMillis())) {
            return new ExchangeResult.Raced<>(family.newestCredential());
        }
        if (!policy.reuseDetection()) {
            return new ExchangeResult.Unknown<>();
        }
        boolean theft = alive && policy.isTheft(spentAtMillis, exchange.nowMillis());
        if (theft) {
            end(List.of(family), new Commit());
        }
        return new ExchangeResult.Reused<>(theft);
    }

    private void keep(Link link) {
        StoredCredential credential = link.credential();
        links.put(credential.lookup(), link);
        deadlines().add(link, credential.expiresAtMillis());
    }

    private void end(List<Family> leaving, Commit commit) {
        leaving.forEach(family -> family.endWith(commit));
        commit.happen();
        leaving.forEach(this::clear);
    }

    /** Lets go of what is left of a family that has ended: of the newest link at once, of one older link with every drain. */
    private void clear(Family ended) {
        families.remove(ended);
        if (ended.newest().isScheduled()) {
            forget(ended.newest());
        } else {
            hurryNext(ended);
        }
    }

    /** One falls, and the next is due: however long the chain is, no single call pays for it. */
    private void hurryNext(Family ended) {
        @Nullable Link next = ended.newest().older();
        if (next != null) {
            deadlines().reschedule(next, Long.MIN_VALUE);
        }
    }

    private void requireNew(StoredCredential candidate) {
        requireFree(candidate.lookup());
        if (families.find(candidate.user(), candidate.family()).isPresent()) {
            throw new StoreException(
                    "The login's family is here already, nothing changed; draw a new family for every login.");
        }
    }

    private void requireFree(Lookup lookup) {
        if (links.containsKey(lookup)) {
            throw new StoreException(
                    "The credential's lookup is taken, nothing changed; draw keys from a secure random source.");
        }
    }

    private static List<Family> aliveAt(long nowMillis, List<Family> families) {
        return families.stream().filter(family -> family.isAliveAt(nowMillis)).toList();
    }

    /** The oldest logins of {@code alive}, as many as have to go so that the policy admits one more. */
    private static List<Family> surplus(LoginPolicy policy, List<Family> alive) {
        return policy instanceof LoginPolicy.Independent independent && alive.size() >= independent.max()
                ? alive.stream()
                        .sorted(Family.OLDEST_LOGIN_FIRST)
                        .limit(alive.size() - independent.max() + 1L)
                        .toList()
                : List.of();
    }
}
