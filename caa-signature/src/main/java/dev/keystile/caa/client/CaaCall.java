package dev.keystile.caa.client;

import dev.keystile.caa.RequestBinding;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * One request of the application: signed, sent, and where it was refused before anything happened and the reason could be mended,
 * signed and sent again. For one thread.
 */
public final class CaaCall {

    private final PairKeeper keeper;
    private final String action;
    private final RequestBinding binding;

    private LivePair signedWith;
    private long sentAt;
    private boolean clockCorrected;
    private boolean pairRecovered;

    CaaCall(PairKeeper keeper, String action, RequestBinding binding) {
        this.keeper = keeper;
        this.action = action;
        this.binding = binding;
        this.signedWith = keeper.fit();
    }

    /** The value of the {@code Authorization} header, signed now. Ask for a new one for each time that the request is sent. */
    public String authorization() {
        sentAt = keeper.clock().deviceMillis();
        return signedWith.signer().sign(action, binding);
    }

    /**
     * Whether the request is to be sent once more, with a new {@link #authorization()}. It is if the server refused it before it
     * did anything, because the clock was wrong, which is mended by now, or because the pair was spent meanwhile and there is
     * another one. Each reason counts once, so a request is sent three times at most. Every other answer is the application's.
     *
     * @throws IOException if the answer's body can't be read
     */
    public boolean isToBeRepeated(CaaAnswer answer) throws IOException {
        if (answer.isSuccess()) {
            accepted(answer);
            return false;
        }
        return isClockMended(answer) || isPairMended(answer);
    }

    private void accepted(CaaAnswer answer) {
        signedWith.wasAliveAt(sentAt);
        OptionalLong date = answer.date();
        if (date.isPresent()) {
            keeper.clock().refineBy(date.getAsLong(), sentAt);
        }
    }

    private boolean isClockMended(CaaAnswer answer) throws IOException {
        OptionalLong serverTime = answer.serverTimeOfRefusal();
        if (serverTime.isEmpty() || clockCorrected) {
            return false;
        }
        clockCorrected = true;
        return keeper.clock().correctTo(serverTime.getAsLong());
    }

    private boolean isPairMended(CaaAnswer answer) throws IOException {
        if (pairRecovered || !answer.saysUnknownKey()) {
            return false;
        }
        pairRecovered = true;
        boolean mended = keeper.recoverFrom(signedWith);
        signedWith = keeper.current();
        return mended;
    }

    /** The action alone. */
    @Override
    public String toString() {
        return "CaaCall[" + action + "]";
    }
}
