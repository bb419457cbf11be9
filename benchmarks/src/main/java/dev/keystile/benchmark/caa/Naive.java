package dev.keystile.benchmark.caa;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** As the scheme's document suggests it: a regular expression, strings, and a {@code Mac} for each request. */
final class Naive implements CaaWay {

    private static final Pattern INNER = Pattern.compile("([A-Za-z0-9+/]{43}=):([A-Za-z0-9+/]+=*) ([0-9]{13})");
    private static final long WINDOW_MILLIS = 300_000;

    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> secretsOfKeys = new ArrayList<>();

    @Override
    public void learn(int count) {
        for (int index = 0; index < count; index++) {
            keys.add(Pairs.text(Pairs.keyOf(index)));
            secretsOfKeys.add(Pairs.text(Pairs.secretOf(index)));
            secrets.put(keys.get(index), secretsOfKeys.get(index));
        }
    }

    @Override
    public String sign(int index) throws GeneralSecurityException {
        String key = keys.get(index);
        String timestamp = String.valueOf(System.currentTimeMillis());
        String inner = key + ":" + Pairs.text(mac(key, secretsOfKeys.get(index), timestamp)) + " " + timestamp;
        return "Caa " + Pairs.text(inner.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean verify(String header) throws GeneralSecurityException {
        if (!header.startsWith("Caa ")) {
            return false;
        }
        Matcher inner =
                INNER.matcher(new String(Base64.getDecoder().decode(header.substring(4)), StandardCharsets.UTF_8));
        String secret = inner.matches() ? secrets.get(inner.group(1)) : null;
        return secret != null
                && MessageDigest.isEqual(
                        mac(inner.group(1), secret, inner.group(3)),
                        Base64.getDecoder().decode(inner.group(2)))
                && Math.abs(Long.parseLong(inner.group(3)) - System.currentTimeMillis()) <= WINDOW_MILLIS;
    }

    private static byte[] mac(String key, String secret, String timestamp) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return mac.doFinal(("?action=" + Pairs.ACTION + "&apiKey=" + key + "&timestamp=" + timestamp)
                .getBytes(StandardCharsets.UTF_8));
    }
}
