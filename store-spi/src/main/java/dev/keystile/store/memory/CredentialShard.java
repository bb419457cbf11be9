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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of the users whose tags fall into one shard. Every change happens under the shard's lock and shows by one
 * volatile write: the {@link Commit} of a login or a logout, the step of a {@link Family} to its successor. What begins is
 * reachable before that write, what ends until after it, so that {@link #find} needs no lock.
 */
final class CredentialShard extends Shard<Link> {

    private static final FindResult UNKNOWN = new FindResult.Unknown();

    private final SlotTable<Link> links = new SlotTable<>(link -> PackedCredential.hashOfLookup(link.packed()));
    private final FamiliesByUser families;

    /** An empty shard, the same each time. */
    CredentialShard() {
        this(0);
    }

    /** @param salt for what users may choose and nobody shall foresee the place of */
    CredentialShard(int salt) {
        this.families = new FamiliesByUser(salt);
    }

    FindResult find(Lookup lookup, long nowMillis) {
        @Nullable Link link = linkOf(lookup);
        if (link == null) {
            return UNKNOWN;
        }
        return switch (link.family().stateOf(link, nowMillis)) {
            case LIVE -> new FindResult.Live(link.credential(lookup));
            case SPENT -> new FindResult.Spent(link.credential(lookup));
            case UNKNOWN -> {
                drainIfIdle(nowMillis);
                yield UNKNOWN;
            }
        };
    }

    IssueResult issue(StoredCredential candidate, LoginPolicy policy, long nowMillis) {
        return change(nowMillis, () -> {
            List<Family> held = families.of(candidate.user());
            List<Family> alive = aliveAt(nowMillis, held);
            if (policy instanceof LoginPolicy.Reuse && !alive.isEmpty()) {
                return new IssueResult.Kept(
                        Collections.max(alive, Family.LAST_ISSUED_LAST).newest().credential());
            }
            requireNew(candidate);
            begin(candidate, policy instanceof LoginPolicy.Replace ? held : surplus(policy, alive));
            return new IssueResult.Issued();
        });
    }

    ExchangeResult<StoredCredential> exchange(Exchange exchange) {
        return change(exchange.nowMillis(), () -> {
            @Nullable Link presented = linkOf(exchange.spent());
            if (presented == null || !presented.credential().precedes(exchange.successor())) {
                return new ExchangeResult.Unknown<>();
            }
            Family.State state = presented.family().stateOf(presented, exchange.nowMillis());
            if (state == Family.State.LIVE) {
                succeed(presented, exchange);
                return new ExchangeResult.Exchanged<>();
            }
            Link.Spending spending = presented.spending();
            return state == Family.State.SPENT && spending != null
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
        links.remove(link);
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
        boolean direct = presented.generation() + 1 == family.newest().generation();
        if (alive && direct && policy.isGraceOpen(spentAtMillis, exchange.nowMillis())) {
            return new ExchangeResult.Raced<>(family.newest().credential());
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

    private @Nullable Link linkOf(Lookup lookup) {
        byte[] name = lookup.bytes();
        int tag = lookup.tag().value();
        return links.find(
                PackedCredential.hashOfLookup(name), link -> PackedCredential.isNamed(tag, name, link.packed()));
    }

    private void keep(Link link) {
        links.add(link);
        deadlines().add(link, link.expiresAtMillis());
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
        if (linkOf(lookup) != null) {
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
