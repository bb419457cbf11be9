package dev.keystile.jwt;

import java.math.BigInteger;
import java.security.spec.EdECPoint;

/** Points of Ed25519 as RFC 8032 writes them: 32 bytes, little endian, the topmost bit telling whether x is odd. */
final class Ed25519Point {

    static final int LENGTH = 32;

    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = BigInteger.valueOf(-121_665)
            .multiply(BigInteger.valueOf(121_666).modInverse(P))
            .mod(P);

    private Ed25519Point() {}

    static EdECPoint decode(byte[] littleEndian) {
        byte[] bytes = reversed(littleEndian);
        boolean xOdd = (bytes[0] & 0x80) != 0;
        bytes[0] &= 0x7F;
        return new EdECPoint(xOdd, new BigInteger(1, bytes));
    }

    static byte[] encode(EdECPoint point) {
        byte[] bytes = new byte[LENGTH];
        byte[] y = point.getY().toByteArray();
        System.arraycopy(y, 0, bytes, LENGTH - y.length, y.length);
        bytes[0] |= (byte) (point.isXOdd() ? 0x80 : 0);
        return reversed(bytes);
    }

    /**
     * Whether {@code point} is on the curve, canonically written and not of small order. Under a key of small order one
     * signature holds for many messages. The curve is -x² + y² = 1 + dx²y²; the orders 1 and 2 have y = ±1, order 4 has y = 0,
     * and doubling a point of order 8 gives y = 0, which leaves dy⁴ + 2y² = 1.
     */
    static boolean isUsableAsKey(EdECPoint point) {
        BigInteger y = point.getY();
        if (y.signum() < 0 || y.compareTo(P) >= 0) {
            return false;
        }
        BigInteger y2 = y.multiply(y).mod(P);
        boolean smallOrder = y2.signum() == 0
                || y2.equals(BigInteger.ONE)
                || D.multiply(y2).add(BigInteger.TWO).multiply(y2).mod(P).equals(BigInteger.ONE);
        BigInteger x2 = y2.subtract(BigInteger.ONE)
                .multiply(D.multiply(y2).add(BigInteger.ONE).modInverse(P));
        return !smallOrder && isSquare(x2);
    }

    private static boolean isSquare(BigInteger value) {
        return value.modPow(P.subtract(BigInteger.ONE).shiftRight(1), P).equals(BigInteger.ONE);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] copy = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            copy[i] = bytes[bytes.length - 1 - i];
        }
        return copy;
    }
}
