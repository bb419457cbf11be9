package dev.keystile.store.jdbc.instrument;

import dev.keystile.store.jdbc.instrument.TappedDataSource.Tap;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What went over, in order. For one thread. */
public final class Journal implements Tap {

    private final List<String> entries = new ArrayList<>();

    /** An empty journal. */
    public Journal() {}

    /** {@code dataSource}, with everything written down here. */
    public DataSource of(DataSource dataSource) {
        return TappedDataSource.of(dataSource, this);
    }

    @Override
    public void after(String what) {
        entries.add(what);
    }

    /** What {@code call} sends. */
    public List<String> during(Runnable call) {
        entries.clear();
        call.run();
        return List.copyOf(entries);
    }
}
