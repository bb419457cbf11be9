package dev.keystile.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import dev.keystile.json.JsonObject;
import dev.keystile.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a JSON Web Key into a {@link TokenKey}: strictly read, bound to its {@code alg}, meant for signatures. */
final class JwkReader {

    private JwkReader() {}

    static TokenKey read(String json) {
        JsonObject members = JsonReader.readObject(json.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> unfit("isn't one JSON object without duplicate members"));
        TokenAlgorithm algorithm = members.string("alg")
                .flatMap(TokenAlgorithm::named)
                .orElseThrow(() ->
                        unfit("has no \"alg\" that we speak; a key is bound to one algorithm, for instance ES256"));
        requireMeantForSignatures(members);
        if (members.has("kid") && members.string("kid").isEmpty()) {
            throw unfit("has a \"kid\" that is no string");
        }
        TokenKey key = keyOf(algorithm, parse(members));
        return members.string("kid").map(key::withKid).orElse(key);
    }

    /** A private half must be allowed to sign, a public one to verify, a secret both (RFC 7517, sections 4.2 and 4.3). */
    private static void requireMeantForSignatures(JsonObject members) {
        Set<String> needed =
                members.has("k") ? Set.of("sign", "verify") : members.has("d") ? Set.of("sign") : Set.of("verify");
        boolean operations = !members.has("key_ops")
                || (members.members().get("key_ops") instanceof List<?> allowed && allowed.containsAll(needed));
        boolean use = !members.has("use") || members.string("use").equals(Optional.of("sig"));
        if (!operations || !use) {
            throw unfit("is meant for something other than signatures, by its \"use\" or its \"key_ops\"");
        }
    }

    private static JWK parse(JsonObject members) {
        Map<String, Object> known = new HashMap<>();
        members.members().forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        try {
            return JWK.parse(known);
        } catch (ParseException | RuntimeException unreadable) {
            throw unfit("lacks members that its \"kty\" needs, or has some that don't fit together");
        }
    }

    private static TokenKey keyOf(TokenAlgorithm algorithm, JWK jwk) {
        try {
            if (jwk instanceof OctetSequenceKey secret) {
                return TokenKey.hmac(algorithm, HmacSecret.of(secret.toByteArray()));
            }
            if (jwk instanceof RSAKey rsa) {
                return keyOf(algorithm, rsa.toRSAPublicKey(), rsa.toPrivateKey());
            }
            if (jwk instanceof ECKey ec) {
                return keyOf(algorithm, ec.toECPublicKey(), ec.toPrivateKey());
            }
            if (jwk instanceof OctetKeyPair pair && pair.getDecodedX().length == Ed25519Point.LENGTH) {
                return keyOf(algorithm, publicKeyOf(pair), privateKeyOf(pair));
            }
        } catch (JOSEException | InvalidKeySpecException | NoSuchAlgorithmException unusable) {
            throw unfit("can't be turned into a key by this platform");
        }
        throw unfit("has a \"kty\" or \"crv\" that we don't sign with");
    }

    private static TokenKey keyOf(TokenAlgorithm algorithm, PublicKey publicKey, @Nullable PrivateKey privateKey) {
        return privateKey == null
                ? TokenKey.verifying(algorithm, publicKey)
                : TokenKey.signing(algorithm, new KeyPair(publicKey, privateKey));
    }

    private static PublicKey publicKeyOf(OctetKeyPair pair) throws InvalidKeySpecException, NoSuchAlgorithmException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(NamedParameterSpec.ED25519, Ed25519Point.decode(pair.getDecodedX())));
    }

    private static @Nullable PrivateKey privateKeyOf(OctetKeyPair pair)
            throws InvalidKeySpecException, NoSuchAlgorithmException {
        return pair.getD() == null
                ? null
                : KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, pair.getDecodedD()));
    }

    private static IllegalArgumentException unfit(String finding) {
        return new IllegalArgumentException("The JSON Web Key " + finding + ".");
    }
}
