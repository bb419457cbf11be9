package dev.keystile.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.utils.ECChecks;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the schemes of ES256, ES384 and ES512, each on its own curve. */
final class EcScheme {

    private EcScheme() {}

    static SignatureScheme of(TokenAlgorithm algorithm, ECPublicKey publicKey, @Nullable PrivateKey privateKey) {
        Curve curve = Curve.forJWSAlgorithm(JWSAlgorithm.parse(algorithm.jwsName()))
                .iterator()
                .next();
        requireOnCurve(algorithm, curve, publicKey);
        try {
            return new NimbusScheme(
                    algorithm,
                    algorithm.size(),
                    new ECDSAVerifier(publicKey),
                    privateKey == null ? null : new ECDSASigner(privateKey, curve),
                    publicMembers(publicKey, curve));
        } catch (JOSEException unusable) {
            throw new IllegalArgumentException("The key can't be used for " + algorithm.jwsName() + ".", unusable);
        }
    }

    private static void requireOnCurve(TokenAlgorithm algorithm, Curve curve, ECPublicKey key) {
        boolean ownCurve = curve.equals(Curve.forECParameterSpec(key.getParams()));
        if (!ownCurve
                || ECPoint.POINT_INFINITY.equals(key.getW())
                || !ECChecks.isPointOnCurve(key, curve.toECParameterSpec())) {
            throw new IllegalArgumentException(algorithm.jwsName() + " needs a public key that is a point of " + curve
                    + "; make a new key with \"openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:" + curve
                    + "\".");
        }
    }

    private static Map<String, String> publicMembers(ECPublicKey key, Curve curve) {
        int fieldSize = key.getParams().getCurve().getField().getFieldSize();
        Map<String, String> members = new LinkedHashMap<>();
        members.put("kty", "EC");
        members.put("crv", curve.getName());
        members.put(
                "x", ECKey.encodeCoordinate(fieldSize, key.getW().getAffineX()).toString());
        members.put(
                "y", ECKey.encodeCoordinate(fieldSize, key.getW().getAffineY()).toString());
        return members;
    }
}
