package dev.keystile.example.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.example.common.DemoUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's first chapter, in a real browser. */
@ExtendWith(InChromium.class)
class PageLoginTest {

    /** RFC 1321, appendix A.5. */
    @ParameterizedTest
    @CsvSource({
        "'', d41d8cd98f00b204e9800998ecf8427e",
        "a, 0cc175b9c0f1b6a831c399e269772661",
        "abc, 900150983cd24fb0d6963f7d28e17f72",
        "message digest, f96b697d7cb7938d525a2f31aaf161d0",
        "abcdefghijklmnopqrstuvwxyz, c3fcd3d76192e4007dfb496cca67e13b",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789, d174ab98d277d9f5a5611c2c9f419d9f",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890, 57edf4a22be3c955ac49da2e2107b67a"
    })
    void theMd5IsThatOfRfc1321(String text, String digest, Page page) {
        assertThat(page.evaluate(
                        "(await load('bytes')).toHex((await load('md5')).md5((await load('bytes')).utf8(args[0])))",
                        text))
                .isEqualTo(digest);
    }

    @Test
    void theDemoUserIsFilledInAlready(Page page) {
        assertThat(page.value("mobile")).isEqualTo(DemoUsers.MOBILE);
        assertThat(page.value("password")).isEqualTo(DemoUsers.PASSWORD);
    }

    @Test
    void aLoginShowsThePair(Page page) {
        page.logIn();
        assertThat(page.texts("#pair .bytes")).hasSize(2).allMatch(key -> key.matches("[A-Za-z0-9+/]{43}="));
        assertThat(page.text("#login-wires")).contains("POST /api/user/login", "200");
    }

    @Test
    void theEnterKeyLogsInToo(Page page) {
        page.find("#mobile").sendKeys("\n");
        page.until("the pair is shown", shown -> shown.all("#pair .key").size() == 1);
        assertThat(page.driver().getCurrentUrl()).endsWith("/");
    }

    @Test
    void theLifeOfThePairRunsDown(Page page) {
        page.logIn();
        String before = page.text("#time-left");
        double left = Double.parseDouble(page.value("life"));
        page.until("a second has gone by", later -> !later.text("#time-left").equals(before));
        assertThat(Double.parseDouble(page.value("life"))).isLessThan(left);
    }

    @Test
    void aWrongPasswordIsToldInTheWordsOfTheContract(Page page) {
        page.type("password", "wrong");
        assertThat(page.pressAndHear("#login-go", "#login-status")).isEqualTo("Refused: 400 wrong mobile or password.");
    }

    @Test
    void aMobileThatIsNoneIsToldBeforeThePassword(Page page) {
        page.type("mobile", "1380013800");
        assertThat(page.pressAndHear("#login-go", "#login-status")).isEqualTo("Refused: 400 invalid mobile.");
    }

    @Test
    void aLogoutKillsThePair(Page page) {
        page.logIn();
        page.pressAndHear("#logout-go", "#login-status");
        page.until(
                "the second chapter knows",
                later -> later.find("#check-live").getDomAttribute("class").contains("bad"));
        assertThat(page.pressAndHear("#send", "#sign-status"))
                .isEqualTo("Refused by the check “The pair is alive”. Page and server agree.");
        assertThat(page.text("#answer")).contains("404", "apiKey not found");
    }

    @Test
    void whatThePageKnowsIsGoneWhenItIsLoadedAgain(Page page) {
        page.logIn();
        page.open();
        assertThat(page.all("#pair .bytes")).isEmpty();
        assertThat(page.driver()
                        .executeScript("return localStorage.length + sessionStorage.length + document.cookie.length"))
                .isEqualTo(0L);
    }
}
