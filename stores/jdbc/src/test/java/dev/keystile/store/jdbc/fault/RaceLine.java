package dev.keystile.store.jdbc.fault;

import dev.keystile.store.contract.history.Call;
import dev.keystile.store.contract.history.Outcome;
import java.util.Optional;

/**
 * A call that a node made in a race, as a line that it tells its parent. Times are of the machine's one clock, which all of its
 * processes share.
 *
 * @param candidate what was to succeed the first; empty where the first was only looked at
 * @param granted whether the exchange was won, or the first was still alive
 */
record RaceLine(Kind kind, String login, int caller, String candidate, long started, long ended, boolean granted) {

    /** What is raced for. */
    enum Kind {
        PAIR,
        TOKEN
    }

    static RaceLine ofRefresh(Kind kind, KnownLogin login, int caller, LoginCalls prize) {
        String candidate = "caller-" + caller;
        long started = System.nanoTime();
        boolean granted = prize.refresh(LoginCalls.FIRST, candidate).isPresent();
        return new RaceLine(kind, login.name(), caller, candidate, started, System.nanoTime(), granted);
    }

    static RaceLine ofLook(Kind kind, KnownLogin login, int caller, LoginCalls prize) {
        long started = System.nanoTime();
        boolean alive = prize.isAlive(LoginCalls.FIRST);
        return new RaceLine(kind, login.name(), caller, "", started, System.nanoTime(), alive);
    }

    static RaceLine parse(String line) {
        String[] words = line.split(" ", -1);
        return new RaceLine(
                Kind.valueOf(words[0]),
                words[1],
                Integer.parseInt(words[2]),
                words[3],
                Long.parseLong(words[4]),
                Long.parseLong(words[5]),
                Boolean.parseBoolean(words[6]));
    }

    String text() {
        return String.join(
                " ",
                kind.name(),
                login,
                String.valueOf(caller),
                candidate,
                String.valueOf(started),
                String.valueOf(ended),
                String.valueOf(granted));
    }

    boolean isWin() {
        return granted && !candidate.isEmpty();
    }

    /** What is raced for, and whose: the calls of one prize are one history. */
    String prize() {
        return kind + " " + login;
    }

    Call<LoginCalls> call() {
        if (candidate.isEmpty()) {
            return new Call<>(
                    caller, new LoginCalls.Look(LoginCalls.FIRST), started, ended, new Outcome.Answered<>(granted));
        }
        Optional<String> answer = granted ? Optional.of(candidate) : Optional.empty();
        return new Call<>(
                caller,
                new LoginCalls.Refresh(LoginCalls.FIRST, candidate),
                started,
                ended,
                new Outcome.Answered<>(answer));
    }
}
