package dev.keystile.testkit.conformance.http;

import dev.keystile.testkit.conformance.ConformanceTarget;
import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.probe.Answer;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Discrepancy;
import dev.keystile.testkit.conformance.probe.Need;
import dev.keystile.testkit.conformance.probe.Probe;
import dev.keystile.testkit.wire.WireRequest;
import dev.keystile.testkit.wire.WireResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Methods that a path doesn't take, and paths that are near a known one. */
final class MethodChecks {

    private static final Answer NOT_ALLOWED = Answer.message(405, "method not allowed");
    private static final Answer NOT_ALLOWED_TO_HEAD = Answer.of(405, "");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW");

    private MethodChecks() {}

    static Chapter chapter() {
        Chapter chapter = Chapter.of("For all of them");
        for (String path : paths()) {
            METHODS.stream()
                    .filter(method -> operationsAt(path)
                            .noneMatch(operation -> operation.method().equals(method)))
                    .forEach(method -> chapter.check(
                            "method." + method.toLowerCase(Locale.ROOT)
                                    + path.replace('/', '.').replace(":", ""),
                            "wrong method on a known path (HEAD and OPTIONS too) -> " + NOT_ALLOWED + " with Allow",
                            method + " " + path,
                            probe -> refused(probe, method, path),
                            Need.anyMounted(operationsAt(path).toArray(Operation[]::new))));
        }
        return chapter;
    }

    private static void refused(Probe probe, String method, String path) throws IOException {
        String target = probe.target().prefix() + path.replace(":token", "x");
        Answer answer = method.equals("HEAD") ? NOT_ALLOWED_TO_HEAD : NOT_ALLOWED;
        WireRequest request = WireRequest.of(method, target);
        requireAllow(probe.expect(answer, request), allowed(probe.target(), path));
    }

    private static void requireAllow(WireResponse response, Set<String> allowed) {
        Set<String> told = response.all("Allow").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .collect(Collectors.toSet());
        if (!told.equals(allowed)) {
            throw new Discrepancy("Allow: " + allowed, "Allow: " + told);
        }
    }

    private static Set<String> allowed(ConformanceTarget target, String path) {
        return operationsAt(path).filter(target::mounts).map(Operation::method).collect(Collectors.toSet());
    }

    private static List<String> paths() {
        return Arrays.stream(Operation.values()).map(Operation::path).distinct().toList();
    }

    private static Stream<Operation> operationsAt(String path) {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.path().equals(path));
    }
}
