package dev.keystile.soak.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was answered, and keeps what shouldn't have been. Safe for use by many threads. */
public final class Judge {

    private static final int KEPT = 50;

    /** The least that the demo's stores wait before they give up; on a busy machine that can be too little for an engine. */
    private static final long PATIENCE_OF_STORES_MILLIS = 2000;

    private final Weather weather;
    private final Map<String, Map<Outcome, Long>> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long wrongs;
    private long late;

    /** What an answer is, as far as it is told apart in the report. */
    public enum Outcome {
        /** What was asked for. */
        GRANTED,
        /** No. */
        REFUSED,
        /** The contract's answer to what nobody expected: the engine was down. */
        FAILED,
        /** None, or too late. */
        UNHEARD
    }

    /** One who lets calls fail in bad weather alone. */
    public Judge(Weather weather) {
        this.weather = weather;
    }

    /** How many calls became what, by the names of what was called, in order. */
    public synchronized Map<String, Map<Outcome, Long>> counts() {
        Map<String, Map<Outcome, Long>> copy = new TreeMap<>();
        counts.forEach((name, outcomes) -> copy.put(name, Map.copyOf(outcomes)));
        return copy;
    }

    /** How many calls there were. */
    public synchronized long calls() {
        return counts.values().stream()
                .flatMap(outcomes -> outcomes.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** How many failed in fine weather, after the stores had waited as long as they do: none, unless the machine is too busy. */
    public synchronized long late() {
        return late;
    }

    /** How many answers were wrong. */
    public synchronized long wrongs() {
        return wrongs;
    }

    /** The first of them, without secrets. */
    public synchronized List<String> wrongAnswers() {
        return List.copyOf(wrong);
    }

    /** Counts; a call that failed soon, or wasn't answered, in fine weather is a wrong answer by itself. */
    synchronized void count(String name, Outcome outcome, Heard heard) {
        add(name, outcome);
        boolean broken = outcome == Outcome.FAILED || outcome == Outcome.UNHEARD;
        if (broken && weather.wasFine(heard.sentMillis(), heard.heardMillis())) {
            if (outcome == Outcome.FAILED && heard.heardMillis() - heard.sentMillis() >= PATIENCE_OF_STORES_MILLIS) {
                late++;
            } else {
                wrong(name + " " + outcome + " although nothing was down", heard);
            }
        }
    }

    synchronized void wrong(String what, Heard heard) {
        wrongs++;
        if (wrong.size() < KEPT) {
            wrong.add(heard.heardMillis() + " after " + (heard.heardMillis() - heard.sentMillis()) + " ms: " + what
                    + ": " + heard.reply().map(Reply::toString).orElse("no answer"));
        }
    }

    /** A client that can't make sense of an answer counts as a wrong answer. */
    synchronized void broken(RuntimeException failure) {
        wrongs++;
        if (wrong.size() < KEPT) {
            wrong.add("a client broke: " + failure + " at " + failure.getStackTrace()[0]);
        }
    }

    private void add(String name, Outcome outcome) {
        counts.computeIfAbsent(name, unknown -> new TreeMap<>()).merge(outcome, 1L, Long::sum);
    }
}
