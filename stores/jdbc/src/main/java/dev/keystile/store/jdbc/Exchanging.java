package dev.keystile.store.jdbc;

import dev.keystile.store.Exchange;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.StoredCredential;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/**
 * Exchanges. Whoever changes the living row of the login has won: one conditional statement, whose row count is the answer. Under
 * a strict policy there is nothing else to it. Where spent credentials are remembered, one transaction holds the living row,
 * changes it by the same statement and keeps what it was; or it looks at what was spent before, and says what comes of that.
 */
final class Exchanging {

    private static final String INTENT = "exchange a credential";

    private final Database database;

    Exchanging(Database database) {
        this.database = database;
    }

    ExchangeResult<StoredCredential> exchange(Exchange exchange) {
        try {
            return isOneStatement(exchange)
                    ? database.byStatement(INTENT, session -> advance(session, exchange))
                    : database.inTransaction(INTENT, session -> advanceOrRecall(session, exchange));
        } catch (OutcomeUnknownException lost) {
            database.requireHappened(lost, session -> hasHappened(session, exchange.successor()));
            return new ExchangeResult.Exchanged<>();
        }
    }

    /** The statement alone can't tell a credential that would succeed itself, which is a fault, from one that is unknown. */
    private static boolean isOneStatement(Exchange exchange) {
        return !exchange.policy().remembersSpent()
                && !exchange.spent().equals(exchange.successor().lookup());
    }

    private static ExchangeResult<StoredCredential> advance(Session session, Exchange exchange) throws SQLException {
        return Credentials.advance(session, exchange)
                ? new ExchangeResult.Exchanged<>()
                : new ExchangeResult.Unknown<>();
    }

    private static ExchangeResult<StoredCredential> advanceOrRecall(Session session, Exchange exchange)
            throws SQLException {
        StoredCredential successor = exchange.successor();
        Optional<StoredCredential> living = Credentials.lockLogin(session, successor.user(), successor.family());
        Optional<StoredCredential> presented =
                living.filter(credential -> credential.lookup().equals(exchange.spent()));
        return presented.isPresent() ? spend(session, presented.get(), exchange) : recall(session, living, exchange);
    }

    private static ExchangeResult<StoredCredential> spend(
            Session session, StoredCredential presented, Exchange exchange) throws SQLException {
        if (!presented.isAliveAt(exchange.nowMillis()) || !presented.precedes(exchange.successor())) {
            return new ExchangeResult.Unknown<>();
        }
        if (!Credentials.advance(session, exchange)) {
            throw Credentials.taken();
        }
        CredentialRow spent =
                CredentialRow.spent(presented, exchange.nowMillis(), exchange.remembersUntilMillis(presented));
        Credentials.insert(session, spent);
        return new ExchangeResult.Exchanged<>();
    }

    private static ExchangeResult<StoredCredential> recall(
            Session session, Optional<StoredCredential> living, Exchange exchange) throws SQLException {
        Optional<CredentialRow> spent = Credentials.find(session, exchange.spent())
                .filter(row -> row.at(exchange.nowMillis()) instanceof FindResult.Spent)
                .filter(row -> row.credential().precedes(exchange.successor()));
        Optional<StoredCredential> alive = living.filter(credential -> credential.isAliveAt(exchange.nowMillis()));
        return spent.isPresent() ? presentAgain(session, spent.get(), alive, exchange) : new ExchangeResult.Unknown<>();
    }

    private static ExchangeResult<StoredCredential> presentAgain(
            Session session, CredentialRow spent, Optional<StoredCredential> alive, Exchange exchange)
            throws SQLException {
        long spentAtMillis = Objects.requireNonNull(spent.spentAtMillis());
        if (alive.isPresent()) {
            Credentials.handOut(session, alive.get().user(), alive.get().family());
        }
        Optional<StoredCredential> direct = alive.filter(spent.credential()::precedes);
        if (direct.isPresent() && exchange.policy().isGraceOpen(spentAtMillis, exchange.nowMillis())) {
            return new ExchangeResult.Raced<>(direct.get());
        }
        if (!exchange.policy().reuseDetection()) {
            return new ExchangeResult.Unknown<>();
        }
        boolean theft = alive.isPresent() && exchange.policy().isTheft(spentAtMillis, exchange.nowMillis());
        if (theft) {
            Credentials.deleteLogin(session, alive.get().user(), alive.get().family());
        }
        return new ExchangeResult.Reused<>(theft);
    }

    /** Waits for what may still be under way, and looks whether the successor is there, whom nobody else can have brought. */
    private static boolean hasHappened(Session session, StoredCredential successor) throws SQLException {
        Credentials.lockLogin(session, successor.user(), successor.family());
        boolean happened = Credentials.find(session, successor.lookup()).isPresent();
        if (happened) {
            Credentials.handOut(session, successor.user(), successor.family());
        }
        return happened;
    }
}
