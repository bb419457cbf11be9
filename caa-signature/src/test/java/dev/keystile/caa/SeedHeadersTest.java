package dev.keystile.caa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The headers that the documents behind the contracts show. */
class SeedHeadersTest {

    private static final String REFRESH_KEYS = "Caa YTQzTk1VcVNqR2NNQTYrbGUrRUNYbWg2cGFpVnlpK01LYjNEcGN2ZVkvMD06"
            + "V2FnSm80QjlWSWVPL0kxbFE0TlZvU3diNm5FPSAxNDk4ODE2NjM1NDk3";
    private static final String REFRESH_TOKEN = "Caa N1QrTys5S01TbW0vL1Qrbi9yYlJrbkYxNzlFU3VaTGVTUXc0Ky96OHQ2ND06"
            + "UytxZHBrbmZBS0l3WGY0YWFxdWNxd1Nsb1NzPSAxNTEwMjEzODcyMDcw";

    @Test
    void theHeaderOfRefreshKeysHasTheApiKeyOfItsDocument() {
        assertThat(parse(REFRESH_KEYS).apiKey().text()).isEqualTo("a43NMUqSjGcMA6+le+ECXmh6paiVyi+MKb3DpcveY/0=");
    }

    @Test
    void theHeaderOfRefreshKeysHasTheTimestampOfItsDocument() {
        assertThat(parse(REFRESH_KEYS).timestampMillis()).isEqualTo(1498816635497L);
    }

    @Test
    void theHeaderOfRefreshTokenHasTheApiKeyOfItsDocument() {
        assertThat(parse(REFRESH_TOKEN).apiKey().text()).isEqualTo("7T+O+9KMSmm//T+n/rbRknF179ESuZLeSQw4+/z8t64=");
    }

    @Test
    void theHeaderOfRefreshTokenHasTheTimestampOfItsDocument() {
        assertThat(parse(REFRESH_TOKEN).timestampMillis()).isEqualTo(1510213872070L);
    }

    @Test
    void bothHaveASignatureOfTheLengthOfASha1() {
        assertThat(parse(REFRESH_KEYS).signature()).hasSize(20);
        assertThat(parse(REFRESH_TOKEN).signature()).hasSize(20);
    }

    @Test
    void bothAreFormattedAsTheyWereParsed() {
        assertThat(parse(REFRESH_KEYS).format()).isEqualTo(REFRESH_KEYS);
        assertThat(parse(REFRESH_TOKEN).format()).isEqualTo(REFRESH_TOKEN);
    }

    private static CaaHeader parse(String header) {
        return (CaaHeader) CaaHeader.parse(header);
    }
}
