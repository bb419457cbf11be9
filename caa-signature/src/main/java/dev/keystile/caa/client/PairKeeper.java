package dev.keystile.caa.client;

import dev.keystile.core.ApiKeyPair;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds the pair and turns it into the next one. However many threads find that it is time, one refresh is on the wire, and the
 * others wait for what it brings.
 */
final class PairKeeper {

    private static final int MOST_ATTEMPTS = 2;

    private final URI refreshUri;
    private final String refreshAction;
    private final CaaTransport transport;
    private final SessionSettings settings;
    private final SigningClock clock;

    /** Not a monitor, which would pin a virtual thread to its carrier for as long as a refresh takes. */
    private final ReentrantLock refreshing = new ReentrantLock();

    private volatile LivePair current;

    PairKeeper(SessionSettings settings, CaaTransport transport) {
        this.settings = settings;
        this.refreshUri = settings.refreshUri();
        this.refreshAction = settings.refreshAction();
        this.transport = transport;
        this.clock = settings.clock();
        this.current = LivePair.of(settings.pair(), settings.algorithm(), clock, settings.margin());
    }

    SigningClock clock() {
        return clock;
    }

    LivePair current() {
        return current;
    }

    /** The pair to sign with now, refreshed first if it nears its end. Where that fails, the old one is still good for a while. */
    LivePair fit() {
        LivePair pair = current;
        if (!pair.isDue(clock.now())) {
            return pair;
        }
        refreshing.lock();
        try {
            if (current.isDue(clock.now())) {
                current.refreshBegins(clock.deviceMillis());
                refresh(current);
            }
            return current;
        } finally {
            refreshing.unlock();
        }
    }

    /** After {@code refused} was refused as unknown: whether there is another pair to sign with by now. */
    boolean recoverFrom(LivePair refused) {
        refreshing.lock();
        try {
            if (current == refused && !refused.isEnded()) {
                recover(refused);
            }
            return current != refused;
        } finally {
            refreshing.unlock();
        }
    }

    void replace(ApiKeyPair pair) {
        refreshing.lock();
        try {
            current = LivePair.of(pair, settings.algorithm(), clock, settings.margin());
        } finally {
            refreshing.unlock();
        }
    }

    /** Somebody has just spent the pair, another process or a refresh whose answer was lost; a grace window may hand it on. */
    private void recover(LivePair refused) {
        if (refused.isHarmlessToPresent(clock.deviceMillis())) {
            refresh(refused);
        } else {
            end(refused);
        }
    }

    private void refresh(LivePair pair) {
        boolean again = true;
        for (int attempt = 0; again && attempt < MOST_ATTEMPTS; attempt++) {
            again = isWorthAnother(pair);
        }
        if (current == pair) {
            pair.pauseRefreshes(clock.now());
        }
    }

    /** Makes an attempt. If its answer got lost, only another one can tell: a grace window hands out what the first one brought. */
    private boolean isWorthAnother(LivePair pair) {
        try {
            return attempt(pair);
        } catch (IOException lost) {
            return true;
        }
    }

    /** Whether another attempt may do better. */
    private boolean attempt(LivePair pair) throws IOException {
        CaaAnswer answer = transport.post(refreshUri, pair.signer().sign(refreshAction));
        Optional<ApiKeyPair> granted = answer.grant();
        if (granted.isPresent()) {
            install(granted.get());
            return false;
        }
        if (answer.saysUnknownKey() || answer.saysUserGone()) {
            end(pair);
            return false;
        }
        OptionalLong serverTime = answer.serverTimeOfRefusal();
        return answer.isSuccess() || (serverTime.isPresent() && clock.correctTo(serverTime.getAsLong()));
    }

    private void install(ApiKeyPair granted) {
        LivePair fresh = LivePair.fresh(granted, settings.algorithm(), clock, settings.margin());
        try {
            settings.listener().renewed(granted);
        } finally {
            current = fresh;
        }
    }

    private void end(LivePair pair) {
        pair.end();
        settings.listener().ended(pair.pair());
    }
}
