package dev.keystile.testkit.conformance.caa;

/** Digits that parsers take for digits and the contract doesn't. */
final class OtherDigits {

    private OtherDigits() {}

    /** {@code digits} in the script whose zero is {@code zero}. */
    static String from(char zero, String digits) {
        StringBuilder other = new StringBuilder();
        digits.chars().forEach(digit -> other.append((char) (zero + digit - '0')));
        return other.toString();
    }
}
