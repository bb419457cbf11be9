package dev.keystile.core.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystile.core.RandomBytes;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.apache.commons.codec.binary.Base64;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

/** The library as a deployment without the optional dependency sees it. */
class MissingBouncyCastleTest {

    @Test
    void argon2NamesTheArtifactToAdd() throws Exception {
        try (URLClassLoader loader = deployment()) {
            Method recommended =
                    loader.loadClass(Argon2PasswordHasher.class.getName()).getMethod("recommended");

            assertThatThrownBy(() -> recommended.invoke(null))
                    .cause()
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll(
                            "add org.bouncycastle:bcprov-jdk18on:" + new BouncyCastleProvider().getVersionStr(),
                            "PasswordHasher.pbkdf2()");
        }
    }

    @Test
    void pbkdf2NeedsNothing() throws Exception {
        try (URLClassLoader loader = deployment()) {
            Class<?> interfaceThere = loader.loadClass(PasswordHasher.class.getName());

            assertThat(interfaceThere.getMethod("pbkdf2").invoke(null)).isInstanceOf(interfaceThere);
        }
    }

    private static URLClassLoader deployment() {
        return new URLClassLoader(new URL[] {jarOf(RandomBytes.class), jarOf(Base64.class)}, null);
    }

    private static URL jarOf(Class<?> member) {
        return member.getProtectionDomain().getCodeSource().getLocation();
    }
}
