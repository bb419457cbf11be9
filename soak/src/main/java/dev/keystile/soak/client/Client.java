package dev.keystile.soak.client;

import dev.keystile.soak.client.Voice.Told;
import java.util.random.RandomGenerator;

/** A client with a user of its own, who does one thing after the other and compares each answer with what it knows. */
final class Client {

    /** After an answer that wasn't heard, what the call does may come late; by then it has come, and everything held is over. */
    private static final long SETTLING_MILLIS = 130_000;

    /** One time in so many a client goes away for a while, and what it holds may be over when it comes back. */
    private static final int STEPS_BETWEEN_NAPS = 500;

    private static final long SHORTEST_NAP_MILLIS = 35_000;
    private static final long LONGEST_NAP_MILLIS = 130_000;

    private final Scheme scheme;
    private final String prefix;
    private final int number;
    private final Voice voice;
    private final Runnable garbage;
    private final RandomGenerator random;
    private final Belongings belongings;
    private final Contest contest;

    /**
     * @param graceful whether it refreshes where there is a grace window
     * @param garbage sends something that no honest client would
     */
    Client(
            Scheme scheme,
            int number,
            boolean graceful,
            Wire wire,
            Runnable garbage,
            Judge judge,
            RandomGenerator random) {
        this.scheme = scheme;
        this.prefix = graceful ? "/grace" : "";
        this.number = number;
        this.voice = new Voice(scheme, wire, judge);
        this.garbage = garbage;
        this.random = random;
        this.belongings = new Belongings(graceful);
        this.contest = new Contest(scheme, prefix, voice, belongings);
    }

    /** Does one thing. Returns how many milliseconds to wait before the next, beside the usual. */
    long step() {
        if (belongings.isEmpty()) {
            return logIn();
        }
        if (belongings.isDoubtful()) {
            return belongings.mayAskAgain() ? refresh() : ask();
        }
        if (random.nextInt(STEPS_BETWEEN_NAPS) == 0) {
            return random.nextLong(SHORTEST_NAP_MILLIS, LONGEST_NAP_MILLIS);
        }
        int dice = random.nextInt(100);
        if (dice < 46) {
            return ask();
        } else if (dice < 60) {
            return refresh();
        } else if (dice < 70) {
            garbage.run();
            return 0;
        } else if (dice < 84) {
            return showSomethingDead(dice % 2 == 0);
        } else if (dice < 91) {
            return race();
        } else if (dice < 95) {
            return logOut();
        }
        return logIn();
    }

    private long logIn() {
        Told told = voice.say("login", scheme.logIn(prefix, number));
        if (told.isRefused()) {
            voice.wrong("a login was refused", told);
        } else if (told.granted().isPresent()) {
            Credential granted = told.granted().get();
            if (scheme.returnsWhatLives()
                    && belongings.surelyLiveAt(told.heard().heardMillis())
                    && !belongings.held().equals(granted)) {
                voice.wrong("a login brought " + granted + " while " + belongings.held() + " lives", told);
            }
            take(granted, told);
        }
        return told.isUnheard() ? SETTLING_MILLIS : 0;
    }

    private long ask() {
        Credential held = belongings.held();
        Told told = voice.say("ask", scheme.ask(prefix, held));
        if (told.isGranted()) {
            if (told.heard().sentMillis() >= held.goodUntilMillis()) {
                voice.wrong(held + " was accepted after its end", told);
            }
            belongings.isKnownToLive();
        } else if (told.isRefused()) {
            if (belongings.surelyLiveAt(told.heard().heardMillis())) {
                voice.wrong(held + " was refused although it lives", told);
            }
            belongings.wasRefusedAt(told.heard().heardMillis());
        }
        return 0;
    }

    private long refresh() {
        Credential held = belongings.held();
        Told told = voice.say("refresh", scheme.refresh(prefix, held, random.nextInt(2)));
        if (told.granted().isPresent()) {
            if (told.heard().sentMillis() >= held.exchangeableUntilMillis()) {
                voice.wrong(held + " was exchanged after its end", told);
            }
            belongings.bury();
            take(told.granted().get(), told);
        } else if (told.isRefused()) {
            if (belongings.surelyExchangeableAt(told.heard().heardMillis())) {
                voice.wrong(held + " could not be exchanged although it lives", told);
            }
            belongings.couldNotBeExchangedAt(told.heard().heardMillis());
        } else {
            belongings.mayHaveBeenExchangedSince(told.heard().sentMillis());
        }
        return told.isUnheard() ? SETTLING_MILLIS : 0;
    }

    private long logOut() {
        Credential held = belongings.held();
        if (scheme.logOut(held).isEmpty()) {
            belongings.forget();
            return 0;
        }
        Told told = voice.say("logout", scheme.logOut(held).get());
        if (told.isRefused() && belongings.surelyLiveAt(told.heard().heardMillis())) {
            voice.wrong(held + " could not be logged out although it lives", told);
        }
        if (told.isCertain()) {
            belongings.bury();
        } else {
            belongings.mayHaveEnded();
        }
        return told.isUnheard() ? SETTLING_MILLIS : 0;
    }

    /** At the mount without a grace window, where it is dead from the very moment. */
    private long showSomethingDead(boolean asking) {
        belongings.somethingDead(random).ifPresent(dead -> {
            Told told = asking
                    ? voice.say("ask, dead", scheme.ask("", dead))
                    : voice.say("refresh, dead", scheme.refresh("", dead, random.nextInt(2)));
            if (told.isGranted()) {
                voice.wrong("dead " + dead + " was accepted", told);
            }
        });
        return 0;
    }

    private long race() {
        boolean heard = random.nextBoolean() ? contest.refreshTogether(random) : contest.refreshAndLogOut(random);
        return heard ? 0 : SETTLING_MILLIS;
    }

    private void take(Credential granted, Told told) {
        if (belongings.isDead(granted)
                || granted.goodUntilMillis() <= told.heard().sentMillis()) {
            voice.wrong("dead " + granted + " was granted", told);
        }
        belongings.hold(granted);
    }
}
