package dev.keystile.testkit.conformance.http;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Entrance;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireRequest;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Paths that are near a login's, and aren't it. */
final class RoutingChecks {

    private final Entrance login;
    private final Chapter chapter;

    private RoutingChecks(Entrance login) {
        this.login = login;
        this.chapter = Chapter.of("Contracts", Need.mounted(login.operation()));
    }

    static Chapter chapter(Entrance login) {
        RoutingChecks checks = new RoutingChecks(login);
        checks.elsewhere();
        checks.there();
        return checks.chapter;
    }

    private void elsewhere() {
        nowhere("trailing-slash", "a slash behind it", path -> path + "/");
        nowhere("longer", "a letter behind it", path -> path + "x");
        nowhere("deeper", "a segment behind it", path -> path + "/x");
        nowhere("capitals", "in capitals", path -> path.toUpperCase(Locale.ROOT));
    }

    private void there() {
        chapter.check(
                login.name() + ".path.query",
                "a query is no part of the path",
                "the path with a query behind it",
                probe -> login.admit(probe, at(probe, path -> path + "?a=b")));
    }

    private void nowhere(String id, String proof, UnaryOperator<String> spoil) {
        chapter.check(
                login.name() + ".path." + id,
                "the path as written, and no other -> 4xx",
                proof,
                probe -> probe.expectClientError(at(probe, spoil)));
    }

    private WireRequest at(Probe probe, UnaryOperator<String> path) {
        return WireRequest.of(login.operation().method(), path.apply(probe.path(login.operation())))
                .json(login.rightBody().apply(probe));
    }
}
