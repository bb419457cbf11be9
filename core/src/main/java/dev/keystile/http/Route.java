package dev.keystile.http;

import java.util.regex.Pattern;

/**
 * One operation of a contract: which requests it takes, and what answers them.
 *
 * @param method the method, in capitals
 * @param path the path, which {@link RouteTable#under} can move below a prefix
 * @param endpoint what answers
 */
public record Route(String method, PathTemplate path, Endpoint endpoint) {

    private static final Pattern METHOD = Pattern.compile("[A-Z]++");

    /** @throws IllegalArgumentException if {@code method} is anything but capitals: methods are told apart by case */
    public Route {
        if (!METHOD.matcher(method).matches()) {
            throw new IllegalArgumentException(
                    "A method is written in capitals, such as POST; this one is '" + method + "'.");
        }
    }

    /** A route for {@code method} on the template {@code path}. */
    public static Route of(String method, String path, Endpoint endpoint) {
        return new Route(method, new PathTemplate(path), endpoint);
    }
}
