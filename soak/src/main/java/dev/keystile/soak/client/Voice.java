package dev.keystile.soak.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a client has to say, has each answer counted, and tells apart what they mean under the client's contract. */
final class Voice {

    private final Scheme scheme;
    private final Wire wire;
    private final Judge judge;

    /** An answer, and what it means. */
    record Told(Heard heard, Judge.Outcome outcome, Optional<Credential> granted) {

        boolean isGranted() {
            return outcome == Judge.Outcome.GRANTED;
        }

        boolean isRefused() {
            return outcome == Judge.Outcome.REFUSED;
        }

        boolean isUnheard() {
            return outcome == Judge.Outcome.UNHEARD;
        }

        /** Whether what was asked for happened or not is said. */
        boolean isCertain() {
            return isGranted() || isRefused();
        }
    }

    Voice(Scheme scheme, Wire wire, Judge judge) {
        this.scheme = scheme;
        this.wire = wire;
        this.judge = judge;
    }

    Told say(String operation, Call call) {
        return sayTogether(operation, List.of(call)).get(0);
    }

    List<Told> sayTogether(String operation, List<Call> calls) {
        List<Told> told = new ArrayList<>();
        for (Heard heard : wire.sayTogether(calls)) {
            told.add(understand(operation, heard));
        }
        return told;
    }

    void wrong(String what, Told told) {
        judge.wrong(scheme.title() + ", " + what, told.heard());
    }

    private Told understand(String operation, Heard heard) {
        Judge.Outcome outcome = heard.reply().map(this::meaning).orElse(Judge.Outcome.UNHEARD);
        judge.count(scheme.title() + " " + operation, outcome, heard);
        Told told = new Told(heard, outcome, heard.reply().flatMap(scheme::granted));
        if (told.isRefused() && !heard.reply().map(scheme::refuses).orElse(false)) {
            wrong(operation + " answered as no contract says", told);
        }
        return told;
    }

    private Judge.Outcome meaning(Reply reply) {
        if (reply.isOk()) {
            return Judge.Outcome.GRANTED;
        }
        return scheme.fails(reply) ? Judge.Outcome.FAILED : Judge.Outcome.REFUSED;
    }
}
