package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.probe.Entrance;

/** The Caa login, for checks that are about requests rather than about Caa. */
public final class CaaEntrance {

    private static final String WRONG_MD5 = LoginBody.quote("00000000000000000000000000000000");

    private CaaEntrance() {}

    /** The login. */
    public static Entrance login() {
        return new Entrance(
                "login",
                Operation.CAA_LOGIN,
                probe -> LoginBody.of(probe.target().user()).text(),
                probe -> LoginBody.of(probe.target().user())
                        .withPassword(WRONG_MD5)
                        .text(),
                200,
                new Entrance.Refusals(Answers.INVALID_BODY, Answers.WRONG_LOGIN, Answers.TOO_MANY_ATTEMPTS));
    }
}
