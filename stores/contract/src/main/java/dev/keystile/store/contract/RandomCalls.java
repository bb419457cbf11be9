package dev.keystile.store.contract;

import dev.keystile.store.StoredCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** A few intents of any kind, in a race; refreshes with what the user held before it, or with what the caller got since. */
final class RandomCalls implements Consumer<Caller> {

    private static final int CALLS = 4;

    private final Random random;
    private final Scene scene;
    private final List<StoredCredential> held;

    RandomCalls(long seed, Scene scene, List<StoredCredential> held) {
        this.random = new Random(seed);
        this.scene = scene;
        this.held = new ArrayList<>(held);
    }

    @Override
    public void accept(Caller caller) {
        for (int i = 0; i < CALLS; i++) {
            call(caller);
        }
    }

    private void call(Caller caller) {
        int draw = random.nextInt(10);
        if (draw < 4) {
            caller.refresh(any(held), any(RandomIntents.EXCHANGE_POLICIES)).ifPresent(held::add);
        } else if (draw < 6) {
            caller.logIn(scene.candidate(), any(RandomIntents.LOGIN_POLICIES)).ifPresent(held::add);
        } else if (draw < 8) {
            caller.find(any(held).lookup());
        } else if (draw < 9) {
            caller.revokeFamilyOf(any(held));
        } else {
            caller.revokeAll();
        }
    }

    private <E> E any(List<E> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
