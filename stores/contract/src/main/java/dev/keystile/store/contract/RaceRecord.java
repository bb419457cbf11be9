package dev.keystile.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.store.CredentialStore;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import dev.keystile.store.contract.CredentialIntent.Find;
import dev.keystile.store.contract.CredentialIntent.Issue;
import dev.keystile.store.contract.CredentialIntent.Refresh;
import dev.keystile.store.contract.CredentialIntent.Revoke;
import dev.keystile.store.contract.history.History;
import dev.keystile.store.contract.history.History.Seen;
import dev.keystile.store.contract.history.Linearizability;
import java.util.List;
import java.util.function.Predicate;

/**
 * One user's history of a race, and who survived. Asserts what no race may break; every failure prints the history.
 *
 * @param history every call, the ones before and after the race included
 * @param survivors what was alive after the race
 */
record RaceRecord(History<CredentialStore> history, List<StoredCredential> survivors) {

    /** What holds after every race, the telling invariants first and the one that implies them all last. */
    void assertInvariants() {
        assertNoneOf("a pair was spent twice", exchanges(), this::isOfASpentPair);
        assertNoneOf("two pairs of one family are alive", survivors, this::hasALiveSibling);
        assertNoneOf("what was revoked is alive", sightings(), this::isAfterRevocation);
        assertNoneOf("a generation decreased", sightings(), this::isOlderThanOneSeenBefore);
        assertThat(Linearizability.holds(new ReferenceModel(), history))
                .as(() -> "There is no order of these calls in which each happens in one instant:\n" + history)
                .isTrue();
    }

    /** The exchanges that won. */
    List<Refresh> winners() {
        return exchanges().stream().<Refresh>map(Seen::intent).toList();
    }

    /** What logins were answered with {@link IssueResult.Issued}. */
    List<StoredCredential> issued() {
        return history.seen(Issue.class, IssueResult.Issued.class)
                .map(login -> login.intent().candidate())
                .toList();
    }

    void assertSurvivors(int count) {
        assertThat(survivors).as(() -> "The survivors of\n" + history).hasSize(count);
    }

    void assertWinners(int count) {
        assertThat(winners()).as(() -> "The winners of\n" + history).hasSize(count);
    }

    void assertRaced(int count) {
        assertThat(history.seen(Refresh.class, ExchangeResult.Raced.class).count())
                .as(() -> "The losers who were handed the winner's pair, of\n" + history)
                .isEqualTo(count);
    }

    /** Nobody who was told of a pair last was left without one. Only where nothing but refreshes raced. */
    void assertLastPairLives() {
        int last = winners().stream()
                .mapToInt(winner -> winner.exchange().successor().generation())
                .max()
                .orElseThrow();
        assertThat(survivors)
                .as(() -> "The pair that was acknowledged last has to be alive after\n" + history)
                .extracting(StoredCredential::generation)
                .containsExactly(last);
    }

    private <E> void assertNoneOf(String what, List<E> suspects, Predicate<E> guilty) {
        assertThat(suspects)
                .as(() -> "It must not be that " + what + ":\n" + history)
                .noneMatch(guilty);
    }

    private boolean isOfASpentPair(Seen<Refresh, ?> exchange) {
        Lookup spent = exchange.intent().exchange().spent();
        return exchanges().stream()
                .anyMatch(other -> other.started() != exchange.started()
                        && other.intent().exchange().spent().equals(spent));
    }

    private boolean hasALiveSibling(StoredCredential survivor) {
        return survivors.stream()
                .anyMatch(other -> !other.equals(survivor) && other.family().equals(survivor.family()));
    }

    private boolean isAfterRevocation(Seen<Find, FindResult.Live> sighting) {
        return history.seen(Revoke.class, Boolean.class)
                .anyMatch(logout -> logout.ended() < sighting.started()
                        && logout.intent()
                                .family()
                                .equals(sighting.answer().credential().family()));
    }

    private boolean isOlderThanOneSeenBefore(Seen<Find, FindResult.Live> sighting) {
        StoredCredential seen = sighting.answer().credential();
        return sightings().stream()
                .filter(earlier -> earlier.ended() < sighting.started())
                .map(earlier -> earlier.answer().credential())
                .anyMatch(
                        earlier -> earlier.family().equals(seen.family()) && earlier.generation() > seen.generation());
    }

    private List<Seen<Find, FindResult.Live>> sightings() {
        return history.seen(Find.class, FindResult.Live.class).toList();
    }

    private List<? extends Seen<Refresh, ?>> exchanges() {
        return history.seen(Refresh.class, ExchangeResult.Exchanged.class).toList();
    }
}
