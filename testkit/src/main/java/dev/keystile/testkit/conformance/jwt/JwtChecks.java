package dev.keystile.testkit.conformance.jwt;

import dev.keystile.testkit.conformance.probe.Chapter;
import dev.keystile.testkit.conformance.probe.Check;
import java.util.ArrayList;
import java.util.List;

/** Every check of the JWT contracts, in the order in which they are run. */
public final class JwtChecks {

    private JwtChecks() {}

    /** All of them. */
    public static List<Check> all() {
        List<Chapter> chapters = new ArrayList<>(List.of(
                TokensLoginChecks.chapter(),
                TokensClaimChecks.chapter(),
                BearerLoginChecks.chapter(),
                BearerClaimChecks.chapter(),
                TokenPathChecks.chapter(),
                TokenHeaderChecks.ofTokens(),
                TokenHeaderChecks.ofBearer()));
        for (Exchange exchange : Exchange.all()) {
            chapters.add(ExchangeChecks.chapter(exchange));
            chapters.add(SpentTokenChecks.chapter(exchange));
            chapters.add(TamperChecks.chapter(exchange));
            chapters.add(ForgeryChecks.chapter(exchange));
            chapters.add(TokenRaceChecks.chapter(exchange));
            chapters.add(KindChecks.chapter(exchange));
        }
        chapters.add(TokensWindowChecks.chapter(Exchange.BY_PATH));
        chapters.add(TokensWindowChecks.chapter(Exchange.BY_HEADER));
        chapters.add(BearerValidityChecks.chapter());
        chapters.add(KindChecks.more());
        return chapters.stream().flatMap(chapter -> chapter.checks().stream()).toList();
    }
}
