package dev.keystile.example.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.http.HeaderFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Header fields are handed in as they were sent: none merged, none split, none lost. */
interface HeaderChapter extends AdapterUnderTest {

    @Test
    default void aFieldThatWasNotSentIsNotThere() throws Exception {
        assertThat(headersOf(WireRequest.of("GET", Probe.PLAIN)).all("Authorization"))
                .isEmpty();
    }

    @Test
    default void aFieldThatWasSentTwiceHasTwoValuesInTheirOrder() throws Exception {
        WireRequest twice = WireRequest.of("GET", Probe.PLAIN)
                .field("Authorization", "Caa Yg==")
                .field("X-Between", "-")
                .field("authorization", "Caa YQ==");

        assertThat(headersOf(twice).all("AUTHORIZATION")).containsExactly("Caa Yg==", "Caa YQ==");
    }

    @Test
    default void aFieldThatWasSentTwiceAlikeHasTwoValues() throws Exception {
        WireRequest twice = WireRequest.of("GET", Probe.PLAIN)
                .field("Authorization", "Caa YQ==")
                .field("Authorization", "Caa YQ==");

        assertThat(headersOf(twice).all("Authorization")).containsExactly("Caa YQ==", "Caa YQ==");
    }

    @Test
    default void aContentTypeThatWasSentTwiceHasTwoValues() throws Exception {
        WireRequest twice = WireRequest.of("POST", Probe.PLAIN)
                .field("Content-Type", "application/json")
                .field("Content-Type", "text/plain")
                .sized(new byte[0]);

        assertThat(headersOf(twice).all("Content-Type")).containsExactly("application/json", "text/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Caa YQ==, Caa Yg==",
                "Caa  YQ==",
                "caa YQ==",
                "Digest a=\"b, c\"; d",
                "application/json;charset=UTF-8",
                "",
            })
    default void aValueIsHandedInAsItWasSent(String value) throws Exception {
        assertThat(headersOf(WireRequest.of("GET", Probe.PLAIN).field("Authorization", value))
                        .all("Authorization"))
                .containsExactly(value);
    }

    /** The names in a media type are compared without regard to case, and some servers spell them their own way. */
    @Test
    default void theContentTypeIsHandedInWithItsParameters() throws Exception {
        WireRequest request = WireRequest.of("POST", Probe.PLAIN)
                .field("Content-Type", "application/json ; charset=\"utf-8\"")
                .sized(new byte[0]);

        assertThat(headersOf(request).all("Content-Type")).containsExactly("application/json ; charset=\"utf-8\"");
    }

    /** A header value over 8 KiB is the library's to refuse, so that it has to arrive. */
    @Test
    default void aFieldOf30KiBArrives() throws Exception {
        String value = "v".repeat(30 * 1024);

        assertThat(headersOf(WireRequest.of("GET", Probe.PLAIN).field("Authorization", value))
                        .all("Authorization"))
                .containsExactly(value);
    }

    @Test
    default void theClientsAddressIsHandedIn() throws Exception {
        ask(WireRequest.of("GET", Probe.PLAIN));

        assertThat(probe().next().clientAddress()).isEqualTo("127.0.0.1");
    }

    /** Signatures may bind it, so that it has to arrive as it was sent. */
    @ParameterizedTest
    @ValueSource(strings = {"?a=b", "?a=%41&a=%c3%bc+c&&=", "?a?b=/c:d"})
    default void theQueryIsHandedInAsItWasSent(String query) throws Exception {
        ask(WireRequest.of("GET", Probe.PLAIN + query));

        assertThat(probe().next().target()).isEqualTo(Probe.PLAIN + query);
    }

    @Test
    default void aTargetWithoutAQueryIsThePath() throws Exception {
        ask(WireRequest.of("GET", Probe.PLAIN));

        assertThat(probe().next().target()).isEqualTo(Probe.PLAIN);
    }

    private HeaderFields headersOf(WireRequest request) throws Exception {
        ask(request);
        return probe().next().headers();
    }
}
