package dev.keystile.store.jdbc;

import dev.keystile.store.throttle.LoginAttempt;
import dev.keystile.store.throttle.ThrottleKey;
import dev.keystile.store.throttle.ThrottlePolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The meters of one attempt, while it is being decided. For one thread, and for one transaction. */
final class AttemptSheet {

    private final long now;
    private final long welcomeMillis;
    private final AttemptRow account;
    private final Optional<AttemptRow> address;
    private final Optional<AttemptRow> pair;

    AttemptSheet(ThrottlePolicy policy, ThrottleKey key, LoginAttempt attempt) {
        this.now = attempt.atMillis();
        this.welcomeMillis = policy.welcome().toMillis();
        this.account = new AttemptRow(key.nameOf(attempt.account()), policy.account());
        this.address = attempt.address().map(where -> new AttemptRow(key.nameOf(where), policy.address()));
        this.pair = attempt.pair().map(both -> new AttemptRow(key.nameOf(both), policy.pair()));
    }

    /** Fills in what the database has. */
    AttemptSheet read(Session session) throws SQLException {
        Parameters names = new Parameters()
                .with("account", account.name())
                .with("address", address.orElse(account).name())
                .with("pair", pair.orElse(account).name());
        session.list(StatementName.FIND_ATTEMPTS, names, this::fillIn);
        return this;
    }

    private boolean fillIn(ResultSet found) throws SQLException {
        for (AttemptRow row : all().toList()) {
            if (row.fillIn(found)) {
                return true;
            }
        }
        return false;
    }

    /** Each by its name alone, in the order in which everybody holds them. */
    List<Parameters> names() {
        return all().sorted(AttemptRow.BY_NAME).map(AttemptRow::nameAlone).toList();
    }

    /** Each as it is to be kept. */
    List<Parameters> rows() {
        return all().sorted(AttemptRow.BY_NAME).map(AttemptRow::whole).toList();
    }

    long waitMillis() {
        return asked().mapToLong(row -> row.waitMillis(now)).max().orElse(0);
    }

    void count() {
        asked().toList().forEach(row -> row.count(now));
    }

    void takeBack() {
        asked().toList().forEach(AttemptRow::takeBack);
    }

    void succeed() {
        takeBack();
        pair.ifPresent(row -> row.welcomeUntil(now + welcomeMillis));
    }

    /** All but the account's, where the pair is welcome. */
    private Stream<AttemptRow> asked() {
        boolean welcome = pair.filter(row -> row.isWelcome(now)).isPresent();
        return all().filter(row -> row != account || !welcome);
    }

    private Stream<AttemptRow> all() {
        return Stream.of(Optional.of(account), address, pair).flatMap(Optional::stream);
    }
}
