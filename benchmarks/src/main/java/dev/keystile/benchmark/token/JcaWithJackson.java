package dev.keystile.benchmark.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The limit: what has to be done, by the JDK and jackson-core alone, with none of our strictness. */
final class JcaWithJackson implements TokenLibrary {

    private static final String HEADER = "{\"typ\":\"JWT\",\"alg\":\"HS256\"}";
    private static final byte[] PREFIX =
            (encoded(HEADER.getBytes(StandardCharsets.US_ASCII)) + ".").getBytes(StandardCharsets.US_ASCII);

    private final JsonFactory json = new JsonFactory();
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(JcaWithJackson::keyed);

    @Override
    public String issue() {
        String input = new String(PREFIX, StandardCharsets.ISO_8859_1) + encoded(claims());
        byte[] signature = macs.get().doFinal(input.getBytes(StandardCharsets.ISO_8859_1));
        return input + "." + encoded(signature);
    }

    @Override
    public @Nullable String verify(String token) {
        byte[] text = token.getBytes(StandardCharsets.ISO_8859_1);
        int lastDot = token.lastIndexOf('.');
        if (lastDot < PREFIX.length || !Arrays.equals(text, 0, PREFIX.length, PREFIX, 0, PREFIX.length)) {
            return null;
        }
        Mac mac = macs.get();
        mac.update(text, 0, lastDot);
        byte[] signature = Base64.getUrlDecoder().decode(Arrays.copyOfRange(text, lastDot + 1, text.length));
        return MessageDigest.isEqual(mac.doFinal(), signature)
                ? read(Base64.getUrlDecoder().decode(Arrays.copyOfRange(text, PREFIX.length, lastDot)))
                : null;
    }

    private @Nullable String read(byte[] claims) {
        String id = null;
        long now = System.currentTimeMillis() / 1000;
        boolean holds = true;
        try (JsonParser parser = json.createParser(claims)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "jti" -> id = parser.getText();
                    case "exp" -> holds &= now < parser.getLongValue();
                    case "nbf" -> holds &= now >= parser.getLongValue();
                    case "iss" -> holds &= parser.getText().equals(Claims.ISSUER);
                    case "aud" -> holds &= parser.getText().equals(Claims.AUDIENCE);
                    default -> parser.skipChildren();
                }
            }
        } catch (IOException refused) {
            return null;
        }
        return holds ? id : null;
    }

    private byte[] claims() {
        long now = System.currentTimeMillis();
        ByteArrayOutputStream claims = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = json.createGenerator(claims)) {
            generator.writeStartObject();
            generator.writeStringField("sub", Claims.SUBJECT);
            generator.writeStringField("iss", Claims.ISSUER);
            generator.writeStringField("aud", Claims.AUDIENCE);
            generator.writeNumberField("iat", now / 1000);
            generator.writeNumberField("exp", now / 1000 + Claims.LIFETIME.toSeconds());
            generator.writeNumberField("nbf", now / 1000);
            generator.writeStringField("jti", Claims.newId());
            generator.writeStringField("fam", Claims.FAMILY);
            generator.writeNumberField("lat", now);
            generator.writeEndObject();
        } catch (IOException noMemory) {
            throw new UncheckedIOException(noMemory);
        }
        return claims.toByteArray();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Mac keyed() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Claims.SECRET, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException noHmac) {
            throw new IllegalStateException(noHmac);
        }
    }
}
