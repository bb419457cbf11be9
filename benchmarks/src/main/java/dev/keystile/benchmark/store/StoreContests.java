package dev.keystile.benchmark.store;

import dev.keystile.benchmark.turns.Ratio;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The stores beside the bare round trip: authenticate and exchange, with one caller, some and many. */
public final class StoreContests {

    private static final List<Integer> CALLERS = List.of(1, 8, Callers.MOST);

    private final Contest contest;
    private final List<Line> lines = new ArrayList<>();

    /**
     * What came of one contest.
     *
     * @param work what was done, where, and by how many callers at once
     * @param ratio how many times as often the store got it done
     */
    public record Line(String work, Ratio ratio) {}

    private StoreContests(Contest contest) {
        this.contest = contest;
    }

    /** Starts the engines one after the other, and lets both sides take {@code rounds} turns at everything. */
    public static List<Line> run(int rounds, Duration turn) throws IOException, InterruptedException {
        StoreContests contests = new StoreContests(new Contest(rounds, turn));
        try (Engine redis = new Redis()) {
            contests.on(redis);
        }
        try (Engine postgreSql = new PostgreSql()) {
            contests.on(postgreSql);
        } catch (SQLException failure) {
            throw new IOException("PostgreSQL doesn't answer.", failure);
        }
        return contests.lines;
    }

    private void on(Engine engine) throws InterruptedException {
        Callers store = new Callers(engine.store());
        Callers byHand = new Callers(engine.byHand());
        for (int callers : CALLERS) {
            String where = engine.name() + ", " + callers + (callers == 1 ? " caller" : " callers");
            lines.add(new Line("Authenticate, " + where, contest.between(store::find, byHand::find, callers)));
            lines.add(new Line("Exchange, " + where, contest.between(store::exchange, byHand::exchange, callers)));
        }
    }
}
