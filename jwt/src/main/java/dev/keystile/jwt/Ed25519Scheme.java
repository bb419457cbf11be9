package dev.keystile.jwt;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ed25519 by the JDK itself; nimbus would need Tink for it. */
final class Ed25519Scheme implements SignatureScheme {

    private static final String JCA_NAME = "Ed25519";

    private final int signatureLength;
    private final PublicKey publicKey;
    private final @Nullable PrivateKey privateKey;
    private final EdECPoint point;

    private Ed25519Scheme(int signatureLength, EdECPublicKey publicKey, @Nullable PrivateKey privateKey) {
        this.signatureLength = signatureLength;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
        this.point = publicKey.getPoint();
    }

    static SignatureScheme of(TokenAlgorithm algorithm, EdECPublicKey publicKey, @Nullable PrivateKey privateKey) {
        if (!publicKey.getParams().getName().equals(JCA_NAME) || !Ed25519Point.isUsableAsKey(publicKey.getPoint())) {
            throw new IllegalArgumentException(
                    algorithm.jwsName() + " needs a public key that is a point of Ed25519 and not of"
                            + " small order; make a new key with \"openssl genpkey -algorithm ED25519\".");
        }
        return new Ed25519Scheme(algorithm.size(), publicKey, privateKey);
    }

    @Override
    public boolean verifies(byte[] input, byte[] signature) {
        if (signature.length != signatureLength) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(JCA_NAME);
            check.initVerify(publicKey);
            check.update(input);
            return check.verify(signature);
        } catch (SignatureException notEvenASignature) {
            return false;
        } catch (GeneralSecurityException brokenPlatform) {
            throw unavailable(brokenPlatform);
        }
    }

    @Override
    public boolean canSign() {
        return privateKey != null;
    }

    @Override
    public byte[] sign(byte[] input) {
        if (privateKey == null) {
            throw new IllegalStateException("This key has no private half; it can only verify.");
        }
        try {
            Signature signer = Signature.getInstance(JCA_NAME);
            signer.initSign(privateKey);
            signer.update(input);
            return signer.sign();
        } catch (GeneralSecurityException brokenPlatform) {
            throw unavailable(brokenPlatform);
        }
    }

    @Override
    public Map<String, String> publicMembers() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("kty", "OKP");
        members.put("crv", JCA_NAME);
        members.put("x", Base64Url.encode(Ed25519Point.encode(point)));
        return members;
    }

    private static IllegalStateException unavailable(GeneralSecurityException cause) {
        return new IllegalStateException(
                "The platform can't compute Ed25519; check the installed security providers.", cause);
    }
}
