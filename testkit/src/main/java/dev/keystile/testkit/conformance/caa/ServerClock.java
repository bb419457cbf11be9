package dev.keystile.testkit.conformance.caa;

import dev.keystile.testkit.wire.WireResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's clock, as far as its answers tell. For one thread. */
final class ServerClock {

    private static final Pattern SERVER_TIME = Pattern.compile("\"serverTime\":([0-9]{13})\\b");

    private final Clock own = Clock.systemUTC();
    private boolean set;
    private long offset;
    private long last;

    boolean isSet() {
        return set;
    }

    /** Takes the time from {@code serverTime}, else from {@code Date}, else lets the server have our own clock. */
    void setBy(WireResponse answer) {
        set = true;
        serverTime(answer).ifPresent(millis -> offset = millis - own.millis());
    }

    /** Now, later than ever before. */
    long next() {
        last = Math.max(last + 1, own.millis() + offset);
        return last;
    }

    private static OptionalLong serverTime(WireResponse answer) {
        Matcher member = SERVER_TIME.matcher(answer.text());
        if (member.find()) {
            return OptionalLong.of(Long.parseLong(member.group(1)));
        }
        return answer.all("Date").stream()
                .flatMapToLong(date -> parse(date).stream())
                .findFirst();
    }

    private static OptionalLong parse(String date) {
        try {
            return OptionalLong.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .toEpochMilli());
        } catch (DateTimeException noDate) {
            return OptionalLong.empty();
        }
    }
}
