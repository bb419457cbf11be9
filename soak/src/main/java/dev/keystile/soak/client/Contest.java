package dev.keystile.soak.client;

import dev.keystile.soak.client.Voice.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Several who have the same credential and use it at the same moment. */
final class Contest {

    private static final int RUNNERS = 3;

    private final Scheme scheme;
    private final String prefix;
    private final Voice voice;
    private final Belongings belongings;

    Contest(Scheme scheme, String prefix, Voice voice, Belongings belongings) {
        this.scheme = scheme;
        this.prefix = prefix;
        this.voice = voice;
        this.belongings = belongings;
    }

    /** One exchange wins; inside a grace window the others get what it got. Returns whether all were heard. */
    boolean refreshTogether(RandomGenerator random) {
        Credential held = belongings.held();
        List<Call> calls = new ArrayList<>();
        for (int runner = 0; runner < RUNNERS; runner++) {
            calls.add(scheme.refresh(prefix, held, random.nextInt(2)));
        }
        List<Told> told = voice.sayTogether("refresh, raced", calls);
        List<Told> winners = told.stream().filter(Told::isGranted).toList();
        if (belongings.isGraceful()) {
            judgeShared(held, told, winners);
        } else if (winners.size() > 1) {
            voice.wrong(held + " was exchanged " + winners.size() + " times", winners.get(1));
        }
        settle(held, told, winners);
        return told.stream().noneMatch(Told::isUnheard);
    }

    /**
     * If the logout is first, the exchange finds nothing; if the exchange is first, the logout finds nothing, or ends what the
     * exchange has made. Returns whether both were heard.
     */
    boolean refreshAndLogOut(RandomGenerator random) {
        Credential held = belongings.held();
        Optional<Call> logOut = scheme.logOut(held);
        if (logOut.isEmpty()) {
            return refreshTogether(random);
        }
        List<Told> told =
                voice.sayTogether("refresh and logout, raced", List.of(scheme.refresh(prefix, held, 0), logOut.get()));
        Told refresh = told.get(0);
        Told end = told.get(1);
        if (refresh.isRefused() && end.isRefused() && belongings.surelyLiveAt(latest(told))) {
            voice.wrong(held + " could neither be exchanged nor logged out although it lives", end);
        }
        if (end.isGranted()) {
            refresh.granted().ifPresent(belongings::bury);
            belongings.bury();
        } else if (refresh.isGranted()) {
            belongings.bury();
            belongings.hold(refresh.granted().orElseThrow());
            if (!end.isRefused()) {
                belongings.mayHaveEnded();
            }
        } else if (refresh.isRefused() || end.isRefused()) {
            belongings.bury();
        } else {
            belongings.mayHaveEnded();
        }
        return told.stream().noneMatch(Told::isUnheard);
    }

    private void judgeShared(Credential held, List<Told> told, List<Told> winners) {
        if (winners.stream().map(Told::granted).distinct().count() > 1) {
            voice.wrong(held + " was exchanged into different ones", winners.get(1));
        }
        told.stream()
                .filter(Told::isRefused)
                .filter(loser -> belongings.surelyExchangeableAt(loser.heard().heardMillis()))
                .filter(loser ->
                        loser.heard().heardMillis() - told.get(0).heard().sentMillis() < Belongings.GRACE_MILLIS)
                .forEach(loser -> voice.wrong("a loser inside the grace window was refused", loser));
    }

    private void settle(Credential held, List<Told> told, List<Told> winners) {
        if (!winners.isEmpty()) {
            Credential next = winners.get(0).granted().orElseThrow();
            if (winners.get(0).heard().sentMillis() >= held.exchangeableUntilMillis() || belongings.isDead(next)) {
                voice.wrong(held + " was exchanged after its end, or into something dead", winners.get(0));
            }
            belongings.bury();
            belongings.hold(next);
        } else if (told.stream().allMatch(Told::isRefused)) {
            if (belongings.surelyExchangeableAt(latest(told))) {
                voice.wrong("nobody could exchange " + held + " although it lives", told.get(0));
            }
            belongings.couldNotBeExchangedAt(latest(told));
        } else if (told.stream().anyMatch(Told::isRefused) && !belongings.isGraceful()) {
            belongings.mayHaveEnded();
        } else {
            belongings.mayHaveBeenExchangedSince(told.get(0).heard().sentMillis());
        }
    }

    private static long latest(List<Told> told) {
        return told.stream().mapToLong(each -> each.heard().heardMillis()).max().orElseThrow();
    }
}
