package dev.keystile.caa.client;

import dev.keystile.caa.CaaAction;
import dev.keystile.caa.RequestBinding;
import dev.keystile.core.ApiKeyPair;

/**
 * A login, as its client keeps it: signs requests of any HTTP client, refreshes the pair before it ends, and corrects the clock.
 * Made by {@link CaaClient#builder}; safe for use by many threads, and meant to be shared by all that use the pair.
 *
 * <pre>{@code
 * CaaCall call = session.begin("user:personal-profile");
 * do {
 *     // send the request with call.authorization()
 * } while (call.isToBeRepeated(CaaAnswer.of(status, headers, body)));
 * }</pre>
 *
 * <p>A pair in one process belongs to one session. Two that share it spend it under each other's hands.
 */
public final class CaaSession {

    private final PairKeeper keeper;

    CaaSession(SessionSettings settings, CaaTransport transport) {
        this.keeper = new PairKeeper(settings, transport);
    }

    /**
     * A request that is to be signed for {@code action}. If the pair nears its end it is refreshed first, by one thread while the
     * others wait; if that fails, the request is signed with the old pair.
     *
     * @throws IllegalArgumentException if {@code action} can't be signed, as {@link CaaAction} has it
     */
    public CaaCall begin(String action) {
        return begin(action, RequestBinding.none());
    }

    /** As {@link #begin(String)}, for an endpoint that wants method, target and body signed too. */
    public CaaCall begin(String action, RequestBinding binding) {
        CaaAction.requireFit(action);
        return new CaaCall(keeper, action, binding);
    }

    /** The pair that requests are signed with at the moment. */
    public ApiKeyPair pair() {
        return keeper.current().pair();
    }

    /** Goes on with {@code pair}, from a new login; the correction of the clock stays. */
    public void replace(ApiKeyPair pair) {
        keeper.replace(pair);
    }

    /** The beginning of the api key alone. */
    @Override
    public String toString() {
        return "CaaSession[" + pair().apiKey() + "]";
    }
}
