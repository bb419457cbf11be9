package dev.keystile.event;

import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import java.time.Duration;

/**
 * Something that happened to a credential. Events hold no keys, secrets, tokens, passwords or login names, which people mistake for
 * the password field. What a client could have chosen is quoted by {@code toString}, so that an event is always one line.
 */
public sealed interface AuthEvent {

    /** Which credentials it is about. */
    Scheme scheme();

    /** What happened in a word, such as {@code family-revoked}: for metrics and alarms. */
    String name();

    /** Why, where an event says so, such as {@code WRONG_SIGNATURE}; else empty. One of few, and never a client's own words. */
    default String reason() {
        return "";
    }

    /** Whose credentials. */
    enum Scheme {
        /** Key pairs. */
        CAA,
        /** Tokens of the {@code /tokens} dialect. */
        TOKENS,
        /** Tokens of the Bearer dialect. */
        BEARER
    }

    /** What was asked for. */
    enum Operation {
        /** A login. */
        LOGIN,
        /** Any request that presents a credential in order to be served. */
        AUTHENTICATE,
        /** A refresh: this credential for the next. */
        EXCHANGE,
        /** The end of a login, or of all logins of a user. */
        REVOKE
    }

    /** A login was granted: with a new credential, or where the login policy says so with the one that still lives. */
    record Issued(Scheme scheme, UserId user) implements AuthEvent {

        @Override
        public String name() {
            return "issued";
        }

        @Override
        public String toString() {
            return "Issued[" + scheme + ", user " + Quoted.of(user) + "]";
        }
    }

    /** A credential was spent, and its successor lives. */
    record Exchanged(Scheme scheme, UserId user) implements AuthEvent {

        @Override
        public String name() {
            return "exchanged";
        }

        @Override
        public String toString() {
            return "Exchanged[" + scheme + ", user " + Quoted.of(user) + "]";
        }
    }

    /** A credential that was spent a moment ago came again inside the grace window, and got the same successor. */
    record Raced(Scheme scheme, UserId user) implements AuthEvent {

        @Override
        public String name() {
            return "raced";
        }

        @Override
        public String toString() {
            return "Raced[" + scheme + ", user " + Quoted.of(user) + "]";
        }
    }

    /**
     * A spent credential came back too late: it has two holders, one of whom stole it, and everything that came from its login is
     * dead. The request is refused as well, which is an event of its own.
     *
     * @param family what came from that login
     */
    record FamilyRevoked(Scheme scheme, UserId user, FamilyId family) implements AuthEvent {

        @Override
        public String name() {
            return "family-revoked";
        }

        @Override
        public String toString() {
            return "FamilyRevoked[" + scheme + ", user " + Quoted.of(user) + ", family " + family + "]";
        }
    }

    /**
     * A request was refused.
     *
     * @param reason the constant of the service's own refusal; it names the check that failed
     */
    record Refused(Scheme scheme, Operation operation, String reason) implements AuthEvent {

        @Override
        public String name() {
            return "refused";
        }

        @Override
        public String toString() {
            return "Refused[" + scheme + ", " + operation + ", " + reason + "]";
        }
    }

    /**
     * A login was held back after too many failures; the password was not looked at.
     *
     * @param clientAddress as the adapter told it; empty if it didn't
     * @param retryAfter how long the client was told to wait
     */
    record Throttled(Scheme scheme, String clientAddress, Duration retryAfter) implements AuthEvent {

        @Override
        public String name() {
            return "throttled";
        }

        @Override
        public String toString() {
            return "Throttled[" + scheme + ", client " + Quoted.of(clientAddress) + ", for " + retryAfter.toSeconds()
                    + " s]";
        }
    }

    /**
     * A login was ended on purpose.
     *
     * @param everyLogin whether it was every login of the user
     */
    record Revoked(Scheme scheme, UserId user, boolean everyLogin) implements AuthEvent {

        @Override
        public String name() {
            return "revoked";
        }

        @Override
        public String toString() {
            return "Revoked[" + scheme + ", " + (everyLogin ? "every login" : "a login") + " of user " + Quoted.of(user)
                    + "]";
        }
    }

    /**
     * A store, a ledger, a guard or a throttle couldn't answer; the credential is as it was.
     *
     * @param reason the simple name of the exception's class
     */
    record StoreFailed(Scheme scheme, Operation operation, String reason) implements AuthEvent {

        @Override
        public String name() {
            return "store-failed";
        }

        @Override
        public String toString() {
            return "StoreFailed[" + scheme + ", " + operation + ", " + reason + "]";
        }
    }
}
