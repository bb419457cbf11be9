package dev.keystile.jwt;

import com.nimbusds.jose.jwk.Curve;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;

/** Public keys that the JDK's own factories refuse to make, as another provider might hand them to us. */
final class UnsoundKeys {

    private UnsoundKeys() {}

    static RSAPublicKey rsa(BigInteger modulus, BigInteger exponent) {
        return new Rsa(modulus, exponent);
    }

    static ECPublicKey p256(ECPoint point) {
        return new P256(point);
    }

    private record Rsa(BigInteger modulus, BigInteger exponent) implements RSAPublicKey {

        private static final long serialVersionUID = 1L;

        @Override
        public BigInteger getModulus() {
            return modulus;
        }

        @Override
        public BigInteger getPublicExponent() {
            return exponent;
        }

        @Override
        public String getAlgorithm() {
            return "RSA";
        }

        @Override
        public String getFormat() {
            return "none";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }

    private record P256(ECPoint point) implements ECPublicKey {

        private static final long serialVersionUID = 1L;

        @Override
        public ECPoint getW() {
            return point;
        }

        @Override
        public ECParameterSpec getParams() {
            return Curve.P_256.toECParameterSpec();
        }

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public String getFormat() {
            return "none";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }
}
