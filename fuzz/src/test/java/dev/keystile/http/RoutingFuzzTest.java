package dev.keystile.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Paths are routed exactly as a plain reader routes them. An input is a path for the contracts' own templates; or, where it
 * has a line feed, a template and a path for it.
 */
class RoutingFuzzTest {

    private static final List<String> CONTRACTS = List.of(
            "/api/user/login",
            "/api/user/refresh-keys",
            "/api/my/refresh-token",
            "/api/user/logout",
            "/tokens",
            "/tokens/:token",
            "/user/login",
            "/user/refresh",
            "/user/refresh/");

    private static final RouteTable TABLE = RouteTable.of(CONTRACTS.stream()
            .map(template -> Route.of("POST", template, request -> AuthResponse.json(200, "{}")))
            .toList());

    @DictionaryEntries({
        "/tokens/",
        "/user/refresh/",
        "%2F",
        "%2e",
        "%25",
        "%E5%90%8D",
        "%C0%AF",
        "//",
        "/:",
        ":token",
        "?",
        ";",
        "\\"
    })
    @FuzzTest
    void matchesAsTheReference(byte[] input) {
        String text = new String(input, UTF_8);
        int cut = text.indexOf('\n');
        if (cut < 0) {
            findsAsTheReference(text);
        } else {
            template(text.substring(0, cut)).ifPresent(template -> matches(template, text.substring(cut + 1)));
        }
    }

    private static void findsAsTheReference(String path) {
        Optional<Map<String, String>> found = TABLE.find(path).map(RouteTable.Match::pathParameters);

        List<Map<String, String>> expected = CONTRACTS.stream()
                .map(template -> ReferencePath.match(template, path))
                .flatMap(Optional::stream)
                .toList();
        assertThat(expected).hasSizeLessThanOrEqualTo(1);
        assertThat(found).isEqualTo(expected.stream().findFirst());
    }

    private static void matches(PathTemplate template, String path) {
        Optional<Map<String, String>> matched = template.match(path);

        assertThat(matched).isEqualTo(ReferencePath.match(template.text(), path));
        assertThat(template.under("/v2").match("/v2" + path)).isEqualTo(matched);
        matched.ifPresent(parameters -> {
            assertThat(parameters.values())
                    .noneMatch(value -> value.isEmpty() || value.contains("/") || value.matches("\\.\\.?"));
            assertThat(template.match(written(template, parameters))).contains(parameters);
        });
    }

    private static String written(PathTemplate template, Map<String, String> parameters) {
        String path = template.inBraces();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String escaped = URLEncoder.encode(parameter.getValue(), UTF_8).replace("+", "%20");
            path = path.replace("{" + parameter.getKey() + "}", escaped);
        }
        return path;
    }

    private static Optional<PathTemplate> template(String text) {
        try {
            return Optional.of(new PathTemplate(text));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining(text);
            return Optional.empty();
        }
    }
}
