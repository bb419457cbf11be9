package dev.keystile.caa.service;

import dev.keystile.caa.CaaAction;
import dev.keystile.caa.CaaHeader;
import dev.keystile.caa.CaaVerdict;
import dev.keystile.caa.CaaVerifier;
import dev.keystile.caa.HeaderFault;
import dev.keystile.caa.ParsedHeader;
import dev.keystile.caa.RequestBinding;
import dev.keystile.caa.VerifiedSignature;
import dev.keystile.caa.service.Explanation.Stage;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Walks the checks of {@link Gate} without consequences, and writes down what each one saw. */
final class Explainer {

    private final PairVault vault;
    private final UserDirectory users;
    private final CaaVerifier verifier;
    private final Clock clock;

    Explainer(PairVault vault, UserDirectory users, CaaVerifier verifier, Clock clock) {
        this.vault = vault;
        this.users = users;
        this.verifier = verifier;
        this.clock = clock;
    }

    Explanation explain(String action, RequestBinding binding, List<String> authorization) {
        CaaAction.requireFit(action);
        ParsedHeader parsed = CaaHeader.parse(authorization);
        return parsed instanceof HeaderFault fault
                ? new Explanation(List.of(new Stage("header", false, fault.description())))
                : explain(action, binding, (CaaHeader) parsed, clock.millis());
    }

    private Explanation explain(String action, RequestBinding binding, CaaHeader header, long now) {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage("header", true, "well-formed, " + header));
        Optional<HeldPair> found = vault.find(header.apiKey(), now);
        stages.add(ofKey(found));
        found.ifPresent(pair -> {
            CaaVerdict verdict = verifier.verify(action, binding, header, pair.secret(), now);
            stages.add(ofSignature(action, binding, header, verdict));
            if (verdict != CaaVerdict.Rejection.WRONG_SIGNATURE) {
                stages.add(ofClock(header, now, verdict));
                stages.add(ofUser(pair));
            }
        });
        return new Explanation(stages);
    }

    private static Stage ofKey(Optional<HeldPair> found) {
        if (found.isEmpty()) {
            return new Stage("api key", false, "no live pair has it: unknown, expired, logged out or rotated");
        }
        HeldPair pair = found.get();
        String state = pair.spent() ? "spent by a refresh; only a refresh may present it" : "alive";
        return new Stage(
                "api key",
                !pair.spent(),
                state + ", generation " + pair.stored().generation() + ", expires at "
                        + Instant.ofEpochMilli(pair.stored().expiresAtMillis()));
    }

    private Stage ofSignature(String action, RequestBinding binding, CaaHeader header, CaaVerdict verdict) {
        String match = verdict instanceof VerifiedSignature verified ? ", matches " + verified.algorithm() : "";
        String texts = binding.isNone()
                ? textsOf(action, header)
                : "one that binds its request is made over " + header.describeSigned(action, binding);
        return new Stage(
                "signature",
                verdict != CaaVerdict.Rejection.WRONG_SIGNATURE,
                header.signature().length + " bytes" + match + "; " + texts);
    }

    private String textsOf(String action, CaaHeader header) {
        return verifier.accepted().stream()
                .map(algorithm -> algorithm + " (" + algorithm.length() + " bytes) is made over "
                        + header.describeSigned(action, algorithm))
                .collect(Collectors.joining(", "));
    }

    private Stage ofClock(CaaHeader header, long now, CaaVerdict verdict) {
        long signedAt = header.timestampMillis();
        return new Stage(
                "clock",
                verdict instanceof VerifiedSignature,
                "signed at " + Instant.ofEpochMilli(signedAt) + ", the server's clock says " + Instant.ofEpochMilli(now)
                        + ", " + (signedAt - now) + " ms apart where "
                        + verifier.window().toMillis() + " are allowed");
    }

    private Stage ofUser(HeldPair pair) {
        Optional<UserAccount> account = users.findById(pair.stored().user());
        boolean admitted = account.filter(user -> !user.disabled()).isPresent();
        String state =
                account.map(user -> user.disabled() ? "disabled" : "exists").orElse("no longer exists");
        return new Stage("user", admitted, pair.stored().user() + " " + state);
    }
}
