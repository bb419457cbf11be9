package com.example.shop;

import dev.keystile.caa.CaaSigner;
import dev.keystile.caa.service.AuthenticatedCaller;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.KeyGrant;
import dev.keystile.core.UserId;
import dev.keystile.core.UserProfile;
import dev.keystile.core.password.PasswordHasher;
import dev.keystile.jwt.KeyRing;
import dev.keystile.jwt.TokenAlgorithm;
import dev.keystile.jwt.TokenKey;
import dev.keystile.jwt.service.TokenCaller;
import dev.keystile.jwt.service.TokenGrant;
import dev.keystile.jwt.service.Tokens;
import dev.keystile.store.memory.InMemoryCredentialStore;
import dev.keystile.store.memory.InMemoryTokenLedger;
import dev.keystile.store.memory.InMemoryUserDirectory;
import dev.keystile.store.user.UserAccount;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import java.util.Map;

/** Logs a user in and verifies what they got, once by each scheme, and says by which versions. */
public final class Shop {

    private static final String ACTION = "user:personal-profile";
    private static final String MOBILE = "13800138000";
    private static final String PASSWORD = "keystile";

    private final InMemoryUserDirectory users = new InMemoryUserDirectory();

    private Shop() {
        UserAccount demo = new UserAccount(
                new UserId("1"),
                "demo",
                false,
                PasswordHasher.pbkdf2().hashEveryForm(PASSWORD),
                UserProfile.of(Map.of("name", "demo")));
        users.put(demo, MOBILE);
    }

    public static void main(String[] args) throws Exception {
        Shop shop = new Shop();
        System.out.println("Caa: user " + shop.userOfSignedRequest());
        System.out.println("JWT: user " + shop.userOfToken());
        say("com.fasterxml.jackson.core.JsonFactory");
        say("com.nimbusds.jose.JWSObject");
        say("org.slf4j.Logger");
        System.out.println(Shop.class.getModule().isNamed() ? "on the module path" : "on the class path");
    }

    private UserId userOfSignedRequest() throws Exception {
        CaaKeys keys = CaaKeys.builder(new InMemoryCredentialStore(), users).build();
        byte[] md5 = MessageDigest.getInstance("MD5").digest(PASSWORD.getBytes("UTF-8"));
        KeyGrant grant = (KeyGrant) keys.login(MOBILE, HexFormat.of().formatHex(md5));
        CaaSigner signer = CaaSigner.of(grant.pair().apiKey(), grant.pair().secret());
        return ((AuthenticatedCaller) keys.authenticate(ACTION, signer.sign(ACTION))).userId();
    }

    private UserId userOfToken() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        KeyRing ring = KeyRing.of(TokenKey.signing(TokenAlgorithm.ES256, pair).withKid("1"));
        Tokens tokens = Tokens.builder(ring, "https://example.com", new InMemoryTokenLedger(), users).build();
        TokenGrant grant = (TokenGrant) tokens.login("demo", PASSWORD);
        return ((TokenCaller) tokens.verify(grant.reveal())).userId();
    }

    private static void say(String type) throws ClassNotFoundException {
        System.out.println(
                Class.forName(type).getProtectionDomain().getCodeSource().getLocation());
    }
}
