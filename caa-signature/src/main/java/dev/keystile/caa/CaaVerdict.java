package dev.keystile.caa;

/** What a verifier says of a header: a {@link VerifiedSignature}, or the {@link Rejection} that it was refused for. */
public sealed interface CaaVerdict permits VerifiedSignature, CaaVerdict.Rejection {

    /** Why a signature doesn't count. */
    enum Rejection implements CaaVerdict {
        /** No accepted algorithm makes this signature of this text. */
        WRONG_SIGNATURE,
        /** The signature is right, but too old or too far ahead of the server's clock. */
        OUTSIDE_WINDOW
    }
}
