package dev.keystile.store.contract.token;

import dev.keystile.core.ExchangePolicy;
import dev.keystile.core.FamilyId;
import dev.keystile.store.ExchangeResult;
import dev.keystile.store.token.SealedToken;
import dev.keystile.store.token.TokenExchange;
import dev.keystile.store.token.TokenHolder;
import dev.keystile.store.token.TokenReference;
import dev.keystile.store.token.TokenStanding;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Sound ledgers that somebody has mended at one place too many. */
final class CarelessLedger {

    private CarelessLedger() {}

    static TokenExchange with(TokenExchange exchange, ExchangePolicy policy) {
        return new TokenExchange(
                exchange.spent(),
                exchange.successor(),
                policy,
                exchange.nowMillis(),
                exchange.spentUntilMillis(),
                exchange.familyUntilMillis());
    }

    /** Long enough for somebody else to come in between. */
    private static void loseTheProcessor() {
        LockSupport.parkNanos(1);
    }

    /** Looks whether a token is good, and writes later that it is spent. */
    static final class CheckThenAct extends SoundLedger {

        @Override
        public ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
            boolean good = standing(exchange.spent(), exchange.nowMillis()) == TokenStanding.GOOD;
            loseTheProcessor();
            ExchangeResult<SealedToken> result = super.exchange(exchange);
            return good ? new ExchangeResult.Exchanged<>() : result;
        }
    }

    /** Ends the tokens of a family that it knows by then, and none that comes later. */
    static final class RevokesKnownTokens extends SoundLedger {

        private final Set<TokenReference> known = ConcurrentHashMap.newKeySet();
        private final Set<TokenReference> dead = ConcurrentHashMap.newKeySet();

        @Override
        public TokenStanding standing(TokenReference token, long nowMillis) {
            return dead.contains(token) ? TokenStanding.REVOKED : super.standing(token, nowMillis);
        }

        @Override
        public ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
            if (dead.contains(exchange.spent())) {
                return new ExchangeResult.Unknown<>();
            }
            loseTheProcessor();
            ExchangeResult<SealedToken> result = super.exchange(exchange);
            known.add(exchange.spent());
            known.add(TestLogin.successorOf(exchange));
            return result;
        }

        @Override
        public void revokeFamily(TokenHolder holder, FamilyId family, long nowMillis, long untilMillis) {
            known.stream()
                    .filter(token ->
                            token.holder().equals(holder) && token.family().equals(family))
                    .forEach(dead::add);
        }
    }

    static final class WithoutMarks extends SoundLedger {

        @Override
        public void revokeLoginsBefore(TokenHolder holder, long markMillis, long nowMillis, long untilMillis) {
            // forgotten
        }
    }

    /** Writes a mark over the one before it, whichever is the later. */
    static final class LatestMarkAlone extends SoundLedger {

        private final Map<TokenHolder, SoundLedger> marks = new ConcurrentHashMap<>();

        @Override
        public TokenStanding standing(TokenReference token, long nowMillis) {
            return isMarked(token, nowMillis) ? TokenStanding.REVOKED : super.standing(token, nowMillis);
        }

        @Override
        public ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
            return isMarked(exchange.spent(), exchange.nowMillis())
                    ? new ExchangeResult.Unknown<>()
                    : super.exchange(exchange);
        }

        @Override
        public void revokeLoginsBefore(TokenHolder holder, long markMillis, long nowMillis, long untilMillis) {
            SoundLedger mark = new SoundLedger();
            mark.revokeLoginsBefore(holder, markMillis, nowMillis, untilMillis);
            marks.put(holder, mark);
        }

        private boolean isMarked(TokenReference token, long nowMillis) {
            SoundLedger mark = marks.get(token.holder());
            return mark != null && mark.standing(token, nowMillis) == TokenStanding.REVOKED;
        }
    }

    /** Remembers the exchanges that won. */
    private abstract static class Remembering extends SoundLedger {

        private final Map<TokenReference, TokenExchange> won = new ConcurrentHashMap<>();

        @Override
        public ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
            TokenExchange former = won.get(exchange.spent());
            boolean spent = standing(exchange.spent(), exchange.nowMillis()) == TokenStanding.SPENT;
            if (former != null && spent) {
                return presentAgain(former, exchange);
            }
            won.put(exchange.spent(), exchange);
            return super.exchange(exchange);
        }

        abstract ExchangeResult<SealedToken> presentAgain(TokenExchange former, TokenExchange exchange);

        final ExchangeResult<SealedToken> soundly(TokenExchange exchange) {
            return super.exchange(exchange);
        }
    }

    /** Doesn't look whether the successor has been spent meanwhile. */
    static final class OpenWindow extends Remembering {

        @Override
        ExchangeResult<SealedToken> presentAgain(TokenExchange former, TokenExchange exchange) {
            SealedToken sealed = former.successor().sealed();
            return sealed != null && exchange.policy().isGraceOpen(former.nowMillis(), exchange.nowMillis())
                    ? new ExchangeResult.Raced<>(sealed)
                    : soundly(exchange);
        }
    }

    /** Goes by the window of whoever presents a token again. */
    static final class PresentedWindow extends Remembering {

        @Override
        ExchangeResult<SealedToken> presentAgain(TokenExchange former, TokenExchange exchange) {
            SealedToken sealed = former.successor().sealed();
            TokenReference successor = TestLogin.successorOf(former);
            return sealed != null
                            && exchange.policy().isGraceOpen(former.nowMillis(), exchange.nowMillis())
                            && standing(successor, exchange.nowMillis()) == TokenStanding.GOOD
                    ? new ExchangeResult.Raced<>(sealed)
                    : soundly(with(exchange, exchange.policy().withGraceWindow(Duration.ZERO)));
        }
    }

    /** Says that a family was revoked, and leaves it alone. */
    static final class ToothlessDetection extends Remembering {

        @Override
        ExchangeResult<SealedToken> presentAgain(TokenExchange former, TokenExchange exchange) {
            boolean theft = exchange.policy().isTheft(former.nowMillis(), exchange.nowMillis());
            return theft ? new ExchangeResult.Reused<>(true) : soundly(exchange);
        }
    }

    /** Ends every login of a user when a token of one comes back. */
    static final class CollectivePunishment extends SoundLedger {

        @Override
        public ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
            ExchangeResult<SealedToken> result = super.exchange(exchange);
            if (result.equals(new ExchangeResult.Reused<>(true))) {
                long now = exchange.nowMillis();
                revokeLoginsBefore(exchange.spent().holder(), now, now, exchange.familyUntilMillis());
            }
            return result;
        }
    }

    /** Hands a loser what it brought along. */
    static final class OwnSuccessor extends SoundLedger {

        @Override
        public ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
            ExchangeResult<SealedToken> result = super.exchange(exchange);
            return result instanceof ExchangeResult.Raced
                    ? new ExchangeResult.Raced<>(
                            Objects.requireNonNull(exchange.successor().sealed()))
                    : result;
        }
    }

    /** Looks among the spent tokens first. */
    static final class SpentFirst extends SoundLedger {

        private final SoundLedger spendings = new SoundLedger();

        @Override
        public TokenStanding standing(TokenReference token, long nowMillis) {
            TokenStanding spent = spendings.standing(token, nowMillis);
            return spent == TokenStanding.SPENT ? spent : super.standing(token, nowMillis);
        }

        @Override
        public ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
            ExchangeResult<SealedToken> result = super.exchange(exchange);
            if (result instanceof ExchangeResult.Exchanged) {
                spendings.exchange(exchange);
            }
            return result;
        }
    }

    /** Writes down that a token is spent, and only then looks whether it may be. */
    static final class SpendsRefused extends SoundLedger {

        private final SoundLedger spendings = new SoundLedger();

        @Override
        public TokenStanding standing(TokenReference token, long nowMillis) {
            TokenStanding sound = super.standing(token, nowMillis);
            return sound == TokenStanding.GOOD ? spendings.standing(token, nowMillis) : sound;
        }

        @Override
        public ExchangeResult<SealedToken> exchange(TokenExchange exchange) {
            spendings.exchange(exchange);
            return super.exchange(exchange);
        }
    }
}
