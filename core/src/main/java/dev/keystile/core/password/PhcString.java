package dev.keystile.core.password;

import dev.keystile.codec.CanonicalBase64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A hash in the PHC string format, in its one canonical spelling: {@code $scheme$name=number,…$salt$hash}. The scheme includes
 * the version where there is one ({@code argon2id$v=19}). Numbers are decimal without sign or leading zeros; salt (8 to 64
 * bytes) and hash (16 to 64 bytes) are base64 with the standard alphabet, unpadded, without spare bits.
 */
final class PhcString {

    private static final String NUMBER = "(?:0|[1-9][0-9]{0,8}+)";
    private static final String PARAMETER = "[a-z0-9-]{1,32}+=" + NUMBER;
    private static final Pattern NAME_AND_NUMBER = Pattern.compile("([^=,]++)=([^=,]++)");
    private static final Pattern SHAPE = Pattern.compile("\\$(?<scheme>[a-z0-9-]{1,32}+(?:\\$v=" + NUMBER + ")?)"
            + "\\$(?<parameters>" + PARAMETER + "(?:," + PARAMETER + ")*+)"
            + "\\$(?<salt>[A-Za-z0-9+/]{11,86}+)"
            + "\\$(?<hash>[A-Za-z0-9+/]{22,86}+)");

    private final String scheme;
    private final Map<String, Integer> parameters;
    private final byte[] salt;
    private final byte[] hash;

    /** Takes the arrays as they are; {@code parameters} are written in their map's order. */
    PhcString(String scheme, Map<String, Integer> parameters, byte[] salt, byte[] hash) {
        this.scheme = scheme;
        this.parameters = parameters;
        this.salt = salt;
        this.hash = hash;
    }

    /** What {@code text} spells, or nothing. Never throws: a stored hash may be corrupt, or of another make. */
    static Optional<PhcString> parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Map<String, Integer> parameters = new LinkedHashMap<>();
        Matcher parameter = NAME_AND_NUMBER.matcher(parts.group("parameters"));
        while (parameter.find()) {
            if (parameters.put(parameter.group(1), Integer.valueOf(parameter.group(2))) != null) {
                return Optional.empty();
            }
        }
        return decode(parts.group("salt"))
                .flatMap(salt -> decode(parts.group("hash"))
                        .map(hash -> new PhcString(parts.group("scheme"), parameters, salt, hash)));
    }

    /** The text that {@link #parse} reads back. */
    String format() {
        String numbers = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(","));
        return String.join("$", "", scheme, numbers, encode(salt), encode(hash));
    }

    /** Whether it is of this scheme and has exactly these parameters, in this order. */
    boolean isOf(String expectedScheme, List<String> parameterNames) {
        return scheme.equals(expectedScheme) && List.copyOf(parameters.keySet()).equals(parameterNames);
    }

    /** The number of a parameter that {@link #isOf} said to be there. */
    int parameter(String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    byte[] salt() {
        return salt;
    }

    byte[] hash() {
        return hash;
    }

    private static String encode(byte[] bytes) {
        return CanonicalBase64.encode(bytes).replace("=", "");
    }

    private static Optional<byte[]> decode(String unpadded) {
        int missing = (4 - unpadded.length() % 4) % 4;
        return CanonicalBase64.decode(unpadded + "=".repeat(missing));
    }

    @Override
    public String toString() {
        return "PhcString[" + scheme + ", redacted]";
    }
}
