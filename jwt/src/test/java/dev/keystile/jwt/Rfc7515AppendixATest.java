package dev.keystile.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.jwt.JwsVerifier.Opening;
import dev.keystile.jwt.TokenVerdict.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The examples of RFC 7515, appendix A, with the keys that are printed there. */
class Rfc7515AppendixATest {

    static final String CLAIMS =
            "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    static final String A1_TOKEN =
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9." + CLAIMS + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    static final byte[] A1_SECRET = Base64.getUrlDecoder()
            .decode("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow");

    private static final String JSON_CLAIMS =
            "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";
    private static final String A2_TOKEN = "eyJhbGciOiJSUzI1NiJ9." + CLAIMS
            + ".cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CU"
            + "Ar7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--x"
            + "i12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypG"
            + "lUPQGe77Rw";
    private static final String A2_KEY = "{\"kty\":\"RSA\",\"alg\":\"RS256\",\"e\":\"AQAB\",\"n\":\""
            + "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pC"
            + "gNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg6"
            + "65xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRW"
            + "yuXpoQ\"}";
    private static final String A3_TOKEN = "eyJhbGciOiJFUzI1NiJ9." + CLAIMS
            + ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
    private static final String A3_KEY = "{\"kty\":\"EC\",\"alg\":\"ES256\",\"crv\":\"P-256\","
            + "\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\","
            + "\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\"}";
    private static final String A4_TOKEN = "eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA."
            + "AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_7XdtAG8GaSwFKdCAPZgoXD2YBJZC"
            + "PEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolLzeO_Jn";
    private static final String A4_KEY = "{\"kty\":\"EC\",\"alg\":\"ES512\",\"crv\":\"P-521\","
            + "\"x\":\"AekpBQ8ST8a8VcfVOTNl353vSrDCLLJXmPk06wTjxrrjcBpXp5EOnYG_NjFZ6OvLFV1jSfS9tsz4qUxcWceqwQGk\","
            + "\"y\":\"ADSmRA43Z1DSNx_RvcLI87cdL07l6jQyyBXMoxVg_l2Th-x3S1WDhjDly79ajL4Kkd0AZMaZmh9ubmf63e3kyMj2\","
            + "\"d\":\"AY5pb7A0UFiB3RELSD64fTLOSV_jazdF7fLYyuTw8lOfRhWg6Y6rUrPAxerEzgdRhajnu0ferB0d53vM9mE15j2C\"}";
    private static final String A5_TOKEN = "eyJhbGciOiJub25lIn0." + CLAIMS + ".";

    private static final TokenRules RULES = TokenRules.issuedBy("joe").build();

    @Test
    void a1HmacSha256IsOpened() {
        assertThat(open(TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.of(A1_SECRET)), A1_TOKEN))
                .isEqualTo(JSON_CLAIMS);
    }

    @Test
    void a1HmacSha256IsSignedTheSame() {
        TokenKey key = TokenKey.hmac(TokenAlgorithm.HS256, HmacSecret.of(A1_SECRET));
        assertThat(Forge.segment(key.scheme().sign(Forge.utf8(A1_TOKEN.substring(0, A1_TOKEN.lastIndexOf('.'))))))
                .isEqualTo("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    }

    @Test
    void a2RsaSha256IsOpened() {
        assertThat(open(TokenKey.fromJwk(A2_KEY), A2_TOKEN)).isEqualTo(JSON_CLAIMS);
    }

    @Test
    void a3EcdsaP256IsOpened() {
        assertThat(open(TokenKey.fromJwk(A3_KEY), A3_TOKEN)).isEqualTo(JSON_CLAIMS);
    }

    @Test
    void a4EcdsaP521IsOpened() {
        assertThat(open(TokenKey.fromJwk(A4_KEY), A4_TOKEN)).isEqualTo("Payload");
    }

    @Test
    void a5UnsecuredIsRefusedByEveryKey() {
        TokenVerifier verifier =
                new TokenVerifier(KeyRing.of(TokenKey.fromJwk(A3_KEY)), RULES, SettableClock.atSecond(1_300_819_000));
        assertThat(verifier.verify(A5_TOKEN))
                .isInstanceOfSatisfying(
                        TokenVerdict.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Refusal.MALFORMED));
    }

    @Test
    void a6JsonSerializationIsRefused() {
        String general = "{\"payload\":\"" + CLAIMS
                + "\",\"signatures\":[{\"protected\":\"eyJhbGciOiJFUzI1NiJ9\",\"signature\":\""
                + A3_TOKEN.substring(A3_TOKEN.lastIndexOf('.') + 1) + "\"}]}";
        assertThat(new JwsVerifier(KeyRing.of(TokenKey.fromJwk(A3_KEY)), RULES).open(general, 0))
                .isInstanceOf(Opening.Closed.class);
    }

    private static String open(TokenKey key, String token) {
        Opening opening = new JwsVerifier(KeyRing.of(key), RULES).open(token, 0);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return new String(((Opening.Opened) opening).payload(), StandardCharsets.UTF_8);
    }
}
