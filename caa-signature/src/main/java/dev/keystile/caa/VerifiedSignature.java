package dev.keystile.caa;

/** Proof that a header's signature was verified: only {@link CaaVerifier} makes one. */
public final class VerifiedSignature implements CaaVerdict {

    private final String action;
    private final CaaHeader header;
    private final CaaAlgorithm algorithm;

    VerifiedSignature(String action, CaaHeader header, CaaAlgorithm algorithm) {
        this.action = action;
        this.header = header;
        this.algorithm = algorithm;
    }

    /** The action that was signed. */
    public String action() {
        return action;
    }

    /** The header that was verified. */
    public CaaHeader header() {
        return header;
    }

    /** The algorithm that matched; tells a server how many of its clients still use a legacy one. */
    public CaaAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public String toString() {
        return "VerifiedSignature[" + action + ", " + header + ", " + algorithm + "]";
    }
}
