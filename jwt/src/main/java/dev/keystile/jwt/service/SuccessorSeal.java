package dev.keystile.jwt.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.codec.AesGcm;
import dev.keystile.core.RandomBytes;
import dev.keystile.store.StoreException;
import dev.keystile.store.token.SealedToken;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Seals a successor so that only the holder of its predecessor can open it: the key is derived from the presented token, whose
 * signature no ledger has ever seen.
 */
final class SuccessorSeal {

    private static final String PURPOSE = "keystile token successor v1";
    private static final byte[] CONTEXT = PURPOSE.getBytes(UTF_8);

    private SuccessorSeal() {}

    static SealedToken seal(String presented, String successor, RandomBytes random) {
        return SealedToken.of(
                AesGcm.seal(keyFrom(presented), random.next(AesGcm.NONCE_LENGTH), CONTEXT, successor.getBytes(UTF_8)));
    }

    static String open(String presented, SealedToken sealed) {
        return AesGcm.open(keyFrom(presented), CONTEXT, sealed.bytes())
                .map(content -> new String(content, UTF_8))
                .orElseThrow(() -> new StoreException("A sealed successor in the token ledger was altered."));
    }

    private static SecretKey keyFrom(String presented) {
        return new SecretKeySpec(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, PURPOSE).hmac(presented), "AES");
    }
}
