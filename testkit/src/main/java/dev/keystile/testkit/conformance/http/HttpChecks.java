package dev.keystile.testkit.conformance.http;

import dev.keystile.testkit.conformance.caa.CaaEntrance;
import dev.keystile.testkit.conformance.jwt.TokenEntrances;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Check;
import dev.keystile.testkit.conformance.probe.Entrance;
import java.util.ArrayList;
import java.util.List;

/** Every check that is about HTTP, in the order in which they are run. */
public final class HttpChecks {

    private static final List<Entrance> LOGINS =
            List.of(CaaEntrance.login(), TokenEntrances.tokens(), TokenEntrances.bearer());

    private HttpChecks() {}

    /** All of them; what {@link #afterwards()} has is not among them. */
    public static List<Check> all() {
        List<Chapter> chapters = new ArrayList<>();
        for (Entrance login : LOGINS) {
            chapters.add(BodyChecks.chapter(login));
            chapters.add(ContentTypeChecks.chapter(login));
            chapters.add(SizeChecks.chapter(login));
            chapters.add(RoutingChecks.chapter(login));
            chapters.add(LengthChecks.chapter(login));
            chapters.add(CodingChecks.chapter(login));
            chapters.add(HeadChecks.chapter(login));
            chapters.add(ConnectionChecks.chapter(login));
            chapters.add(ClientChecks.chapter(login));
        }
        chapters.add(MethodChecks.chapter());
        return chapters.stream().flatMap(chapter -> chapter.checks().stream()).toList();
    }

    /** What looks back at the answers of a run, what no run can show, and what leaves a server in no state for more. */
    public static List<Check> afterwards() {
        List<Chapter> chapters = new ArrayList<>(List.of(AnswerChecks.chapter(), InsideChecks.chapter()));
        LOGINS.forEach(login -> chapters.add(ThrottleChecks.chapter(login)));
        return chapters.stream().flatMap(chapter -> chapter.checks().stream()).toList();
    }
}
