package dev.keystile.store.memory;

import dev.keystile.store.Lookup;
import java.util.Arrays;

/** A signature that was accepted. Equal to another if it is of the same credential and has the same digest. */
final class Use extends Deadlines.Item {

    private final Lookup credential;
    private final byte[] digest;

    Use(Lookup credential, byte[] digest) {
        this.credential = credential;
        this.digest = digest.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Use that && credential.equals(that.credential) && Arrays.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return 31 * credential.hashCode() + Arrays.hashCode(digest);
    }
}
