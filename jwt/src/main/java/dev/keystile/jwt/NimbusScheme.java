package dev.keystile.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scheme that nimbus computes. It is handed a header with the key's own algorithm and nothing else in it, so that whatever a
 * token's header says can't reach it.
 */
final class NimbusScheme implements SignatureScheme {

    private final JWSHeader header;
    private final int signatureLength;
    private final JWSVerifier verifier;
    private final @Nullable JWSSigner signer;
    private final Map<String, String> publicMembers;

    /** @param signatureLength in bytes; every other length is refused before anything is computed */
    NimbusScheme(
            TokenAlgorithm algorithm,
            int signatureLength,
            JWSVerifier verifier,
            @Nullable JWSSigner signer,
            Map<String, String> publicMembers) {
        this.header = new JWSHeader(JWSAlgorithm.parse(algorithm.jwsName()));
        this.signatureLength = signatureLength;
        this.verifier = verifier;
        this.signer = signer;
        this.publicMembers = publicMembers;
    }

    @Override
    public boolean verifies(byte[] input, byte[] signature) {
        if (signature.length != signatureLength) {
            return false;
        }
        try {
            return verifier.verify(header, input, Base64URL.encode(signature));
        } catch (JOSEException brokenPlatform) {
            throw unavailable(brokenPlatform);
        }
    }

    @Override
    public boolean canSign() {
        return signer != null;
    }

    @Override
    public byte[] sign(byte[] input) {
        if (signer == null) {
            throw new IllegalStateException("This key has no private half; it can only verify.");
        }
        try {
            return signer.sign(header, input).decode();
        } catch (JOSEException brokenPlatform) {
            throw unavailable(brokenPlatform);
        }
    }

    @Override
    public Map<String, String> publicMembers() {
        return publicMembers;
    }

    private IllegalStateException unavailable(JOSEException cause) {
        return new IllegalStateException(
                "The platform can't compute " + header.getAlgorithm() + "; check the installed security providers.",
                cause);
    }
}
