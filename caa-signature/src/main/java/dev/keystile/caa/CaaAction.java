package dev.keystile.caa;

/**
 * Which actions can be signed. An action names an operation, such as {@code user:refresh-keys}; it is chosen by the server and
 * known to its clients, and never taken from a request. Its characters are limited to those that can't end it early in the text
 * that is signed, so that no two requests share a text.
 */
public final class CaaAction {

    private static final int MAX_LENGTH = 255;

    private CaaAction() {}

    /**
     * {@code action} itself, for configuration to be checked where it is written.
     *
     * @throws IllegalArgumentException if it hasn't 1 to 255 characters, all of them printable ASCII without space, {@code &},
     *     {@code =} and {@code ?}
     */
    public static String requireFit(String action) {
        if (action.isEmpty() || action.length() > MAX_LENGTH || !isAllowed(action)) {
            throw new IllegalArgumentException("A Caa action has 1 to " + MAX_LENGTH
                    + " printable ASCII characters without space, '&', '=' and '?', such as user:refresh-keys; '"
                    + action
                    + "' is none.");
        }
        return action;
    }

    private static boolean isAllowed(String action) {
        for (int i = 0; i < action.length(); i++) {
            char c = action.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == '&' || c == '=' || c == '?') {
                return false;
            }
        }
        return true;
    }
}
