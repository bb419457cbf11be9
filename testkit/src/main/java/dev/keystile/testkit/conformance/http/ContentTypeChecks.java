package dev.keystile.testkit.conformance.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Entrance;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireRequest;

/** What a login takes for {@code application/json}, with a body that is right each time. */
final class ContentTypeChecks {

    private final Entrance login;
    private final Chapter chapter;

    private ContentTypeChecks(Entrance login) {
        this.login = login;
        this.chapter = Chapter.of("Login", Need.mounted(login.operation()));
    }

    static Chapter chapter(Entrance login) {
        ContentTypeChecks checks = new ContentTypeChecks(login);
        checks.accepted();
        checks.refused();
        return checks.chapter;
    }

    private void accepted() {
        accept("plain", "application/json");
        accept("charset", "application/json; charset=utf-8");
        accept("quoted-charset", "application/json;charset=\"UTF-8\"");
        accept("capitals", "APPLICATION/JSON");
    }

    private void refused() {
        refuse("missing", "no Content-Type");
        refuse("text", "text/plain (L31)", "text/plain");
        refuse("form", "a form's", "application/x-www-form-urlencoded");
        refuse("longer", "a longer subtype", "application/jsonx");
        refuse("suffix", "a subtype that ends in +json", "application/problem+json");
        refuse("other-charset", "a charset that it isn't", "application/json; charset=utf-16");
        refuse("list", "two in one line", "application/json, text/plain");
        refuse("twice", "two lines", "application/json", "text/plain");
    }

    private void accept(String id, String contentType) {
        chapter.check(
                login.name() + ".content-type." + id,
                "application/json is accepted",
                contentType,
                probe -> login.admit(probe, request(probe, contentType)));
    }

    private void refuse(String id, String proof, String... contentTypes) {
        chapter.check(
                login.name() + ".content-type." + id,
                "a Content-Type that isn't application/json -> " + login.malformed(),
                proof,
                probe -> probe.expect(login.malformed(), request(probe, contentTypes)));
    }

    private WireRequest request(Probe probe, String... contentTypes) {
        WireRequest request = login.request(probe);
        for (String contentType : contentTypes) {
            request = request.header("Content-Type", contentType);
        }
        return request.body(login.rightBody().apply(probe).getBytes(UTF_8));
    }
}
