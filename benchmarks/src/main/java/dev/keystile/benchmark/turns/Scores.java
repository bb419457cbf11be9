package dev.keystile.benchmark.turns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What came of a match, by the names of its contestants. */
public final class Scores {

    private final Map<String, Score> scores = new LinkedHashMap<>();

    Scores(Set<String> names) {
        names.forEach(name -> scores.put(name, new Score()));
    }

    /** What the contestant {@code name} reached. */
    public Score of(String name) {
        Score score = scores.get(name);
        if (score == null) {
            throw new IllegalArgumentException(name + " took no part beside " + scores.keySet() + ".");
        }
        return score;
    }

    /** How many times as often as {@code other} the contestant {@code name} got it done. */
    public Ratio ratio(String name, String other) {
        return of(name).over(of(other));
    }
}
