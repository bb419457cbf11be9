package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.conformance.Operation;
import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Check;
import dev.keystile.testkit.conformance.probe.Need;
import java.util.ArrayList;
import java.util.List;

/** Every check of the Caa contracts, in the order in which they are run. */
public final class CaaChecks {

    /** A login, and something that its pair opens. */
    static final Need ANY_SIGNED = Need.mounted(Operation.CAA_LOGIN)
            .and(Need.of(
                    "nothing is mounted that a pair opens",
                    target -> SignedCall.all().stream()
                            .anyMatch(call -> call.need().missingIn(target).isEmpty())));

    private CaaChecks() {}

    /** All of them. */
    public static List<Check> all() {
        List<Chapter> chapters = new ArrayList<>(List.of(
                LoginGrantChecks.chapter(),
                LoginFieldChecks.chapter(),
                LoginRefusalChecks.chapter(),
                HeaderLineChecks.chapter(),
                HeaderContentChecks.chapter(),
                TimestampChecks.chapter(),
                WindowChecks.chapter(),
                AlgorithmChecks.chapter(),
                SignatureChecks.chapter(),
                OrderChecks.chapter(),
                UserStateChecks.chapter()));
        for (SignedCall refresh : SignedCall.refreshes()) {
            chapters.add(RefreshChecks.chapter(refresh));
            chapters.add(SpentPairChecks.chapter(refresh));
            chapters.add(CaaRaceChecks.chapter(refresh));
            chapters.add(LogoutRaceChecks.chapter(refresh));
        }
        chapters.add(LogoutChecks.chapter());
        return chapters.stream().flatMap(chapter -> chapter.checks().stream()).toList();
    }
}
