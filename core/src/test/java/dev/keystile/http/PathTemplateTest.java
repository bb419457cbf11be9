package dev.keystile.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

    private static final PathTemplate TOKEN = new PathTemplate("/tokens/:token");

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "abc,abc",
                "a.b-c_d~e,a.b-c_d~e",
                "a+b,a+b",
                "!$&'()*;=:@,!$&'()*;=:@",
                ":token,:token",
                "...,...",
                ".a,.a",
                "a..,a..",
                "%61bc,abc",
                "a%20b,a b",
                "a%2Bb,a+b",
                "a%2bb,a+b",
                "%25,%",
                "%2541,%41",
                "%3F%23,?#",
                "%5C,\\",
                "%00,\0",
                "%C3%BC,\u00fc",
                "%e8%b4%a6,账",
                "%F0%9F%98%80,\uD83D\uDE00",
                "%EF%BB%BFa,\ufeffa"
            })
    void aParameterIsDecodedOnce(String segment, String value) {
        assertThat(TOKEN.match("/tokens/" + segment)).contains(Map.of("token", value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%4",
                "a%",
                "a%4",
                "%4g",
                "%g4",
                "%%41",
                "%-1",
                "%+1",
                "% 1",
                "%0x",
                "%u0041",
                "%\uff14\uff11",
                "%C3",
                "%C3%28",
                "%80",
                "%FF",
                "%C0%AF",
                "%E0%80%AF",
                "%ED%A0%80",
                "%F4%90%80%80",
                "%C3%BC%",
                "%FE%FF%00%41"
            })
    void aBrokenEscapeMatchesNothing(String segment) {
        assertThat(TOKEN.match("/tokens/" + segment)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "a b",
                "a?b",
                "a#b",
                "a\\b",
                "a\"b",
                "<a>",
                "[a]",
                "{a}",
                "a|b",
                "a^b",
                "a`b",
                "a\tb",
                "a\nb",
                "a\0b",
                "\u007f",
                "\u00fc",
                "账",
                "\uD83D\uDE00",
                "\uD800",
                "\uff0f"
            })
    void whatHasToBeEscapedMatchesNothing(String segment) {
        assertThat(TOKEN.match("/tokens/" + segment)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                "%2e",
                "%2E",
                "%2e%2e",
                ".%2e",
                "%2e.",
                "a%2Fb",
                "a%2fb",
                "%2F",
                "..%2Fb",
                "%2e%2e%2f",
                "a%2F..%2Fb"
            })
    void aDotSegmentOrAnEscapedSlashMatchesNothing(String segment) {
        assertThat(TOKEN.match("/tokens/" + segment)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "*",
                "tokens/a",
                "/tokens",
                "/tokens/",
                "/tokens//",
                "//tokens/a",
                "/tokens//a",
                "/tokens/a/",
                "/tokens/a/b",
                "/Tokens/a",
                "/TOKENS/a",
                "/token/a",
                "/tokensx/a",
                "/%74okens/a",
                "/tokens%2Fa",
                "/tokens;x/a",
                "/./tokens/a",
                "/x/../tokens/a",
                "/api/tokens/a",
                "http://example.com/tokens/a",
                "/tokens /a",
                "/tokens/a?b=c"
            })
    void anyOtherShapeMatchesNothing(String path) {
        assertThat(TOKEN.match(path)).isEmpty();
    }

    @Test
    void aTemplateWithoutParametersMatchesItselfAlone() {
        PathTemplate login = new PathTemplate("/api/user/login");

        assertThat(login.match("/api/user/login")).contains(Map.of());
        assertThat(login.match("/api/user/login/")).isEmpty();
        assertThat(login.match("/api/user/:login")).isEmpty();
    }

    @Test
    void aTrailingSlashIsPartOfTheTemplate() {
        PathTemplate refresh = new PathTemplate("/user/refresh/");

        assertThat(refresh.match("/user/refresh/")).contains(Map.of());
        assertThat(refresh.match("/user/refresh")).isEmpty();
        assertThat(new PathTemplate("/").match("/")).contains(Map.of());
    }

    @Test
    void severalParametersAreNamed() {
        assertThat(new PathTemplate("/a/:b/c/:d").match("/a/1/c/2")).contains(Map.of("b", "1", "d", "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tokens",
                ":token",
                "/:",
                "/a/:",
                "/a/:/b",
                "//",
                "/a//b",
                "//a",
                "/a b",
                "/ü",
                "/a%20b",
                "/a?b",
                "/{token}",
                "/a*",
                "/:a/:a",
                "/:a/b/:a",
                "/::a",
                "/a:b",
                "/a\n"
            })
    void aTemplateThatCouldNotMatchIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PathTemplate(text))
                .withMessageContaining("begins with '/'")
                .withMessageContaining("this one is '" + text + "'");
    }

    @Test
    void aPrefixGoesInFront() {
        assertThat(TOKEN.under("/api/v2")).hasToString("/api/v2/tokens/:token");
        assertThat(TOKEN.under("")).isEqualTo(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/", "api", "//api", "/api v2"})
    void aPrefixThatIsNoPathIsRefused(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TOKEN.under(prefix))
                .withMessageContaining(prefix);
    }

    @Test
    void parametersCanBeWrittenInBraces() {
        assertThat(new PathTemplate("/a/:b/c/:d").inBraces()).isEqualTo("/a/{b}/c/{d}");
        assertThat(new PathTemplate("/a/").inBraces()).isEqualTo("/a/");
    }

    @Test
    void aVeryLongPathIsJudgedToo() {
        assertThat(TOKEN.match("/tokens/" + "%41".repeat(100_000))).contains(Map.of("token", "A".repeat(100_000)));
        assertThat(TOKEN.match("/".repeat(100_000))).isEmpty();
        assertThat(new PathTemplate("/a".repeat(50_000)).match("/a".repeat(50_000)))
                .isPresent();
    }
}
