package dev.keystile.jwt;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tokens of one kind look like: the issuer writes by these rules and the verifier insists on them. Give every kind of token
 * rules of its own, with an issuer, audience or type that no other kind has, so that neither is ever taken for the other, even
 * under one key.
 *
 * <p>Strict by default; every laxity is a verb of the {@link Builder}. Immutable and safe for use by many threads.
 */
public final class TokenRules {

    /** The longest leeway. A revocation outlives its token by a minute, so with a longer one revoked tokens would come back. */
    public static final Duration LONGEST_LEEWAY = Duration.ofSeconds(60);

    private final String issuer;
    private final @Nullable String audience;
    private final KindClaims kindClaims;
    private final String type;
    private final Duration lifetime;
    private final Duration longestLifetime;
    private final @Nullable Duration refreshWindow;
    private final boolean windowSliding;
    private final Duration leeway;
    private final boolean numericSubjects;
    private final boolean numericSubjectsAccepted;
    private final boolean issueTimes;
    private final boolean nestedIssuer;
    private final TokenIdShape tokenIdShape;
    private final int maxLength;
    private final Map<String, @Nullable Object> constantClaims;

    private TokenRules(Builder builder) {
        this.issuer = builder.issuer;
        this.audience = builder.audience;
        this.kindClaims = new KindClaims(issuer, audience);
        this.type = builder.type;
        this.lifetime = builder.lifetime;
        this.longestLifetime = builder.longestLifetime == null ? builder.lifetime : builder.longestLifetime;
        this.refreshWindow = builder.refreshWindow;
        this.windowSliding = builder.windowSliding;
        this.leeway = builder.leeway;
        this.numericSubjects = builder.numericSubjects;
        this.numericSubjectsAccepted = builder.numericSubjectsAccepted;
        this.issueTimes = builder.issueTimes;
        this.nestedIssuer = builder.nestedIssuer;
        this.tokenIdShape = builder.tokenIdShape;
        this.maxLength = builder.maxLength;
        this.constantClaims = CustomClaims.copyOf(builder.constantClaims);
    }

    /**
     * Rules for tokens whose {@code iss} is exactly {@code issuer}. Unless told otherwise: no audience, and any is refused; 30
     * minutes of life, which is also the longest that is accepted; no refresh after expiry; no leeway; 8 KiB at most.
     *
     * @throws IllegalArgumentException if {@code issuer} is empty
     */
    public static Builder issuedBy(String issuer) {
        return new Builder(issuer);
    }

    /** The one {@code iss}. */
    public String issuer() {
        return issuer;
    }

    /** The one {@code aud}; where there is none, tokens that have one are refused. */
    public Optional<String> audience() {
        return Optional.ofNullable(audience);
    }

    @Nullable
    String audienceOrNull() {
        return audience;
    }

    KindClaims kindClaims() {
        return kindClaims;
    }

    /** How long a new token lives. */
    public Duration lifetime() {
        return lifetime;
    }

    /** How far ahead an {@code exp} may lie and still be believed. */
    public Duration longestLifetime() {
        return longestLifetime;
    }

    /** How long after its {@code iat} a token may be exchanged, expired or not; where absent, as long as it is valid. */
    public Optional<Duration> refreshWindow() {
        return Optional.ofNullable(refreshWindow);
    }

    /** By how much clocks may differ. It never lengthens the refresh window. */
    public Duration leeway() {
        return leeway;
    }

    String type() {
        return type;
    }

    boolean isWindowSliding() {
        return windowSliding;
    }

    boolean hasNumericSubjects() {
        return numericSubjects;
    }

    boolean acceptsNumericSubjects() {
        return numericSubjectsAccepted;
    }

    boolean hasIssueTimes() {
        return issueTimes;
    }

    boolean acceptsNestedIssuer() {
        return nestedIssuer;
    }

    TokenIdShape tokenIdShape() {
        return tokenIdShape;
    }

    int maxLength() {
        return maxLength;
    }

    Map<String, @Nullable Object> constantClaims() {
        return constantClaims;
    }

    /** Collects the rules of one kind of token. Not safe for use by several threads; what it builds is. */
    public static final class Builder {

        private static final Duration LONGEST_SPAN = Duration.ofDays(3660);
        private static final int LEAST_MAX_LENGTH = 256;
        private static final int GREATEST_MAX_LENGTH = 64 * 1024;

        private final String issuer;
        private @Nullable String audience;
        private String type = "JWT";
        private Duration lifetime = Duration.ofMinutes(30);
        private @Nullable Duration longestLifetime;
        private @Nullable Duration refreshWindow;
        private boolean windowSliding;
        private Duration leeway = Duration.ZERO;
        private boolean numericSubjects;
        private boolean numericSubjectsAccepted;
        private boolean issueTimes = true;
        private boolean nestedIssuer;
        private TokenIdShape tokenIdShape = TokenIdShape.BASE64URL_128;
        private int maxLength = 8 * 1024;
        private final Map<String, @Nullable Object> constantClaims = new LinkedHashMap<>();

        private Builder(String issuer) {
            this.issuer = requireText("issuer", issuer);
        }

        /** Tokens have {@code aud}, and a token's must be this text or a list with this text in it. */
        public Builder audience(String audience) {
            this.audience = requireText("audience", audience);
            return this;
        }

        /**
         * The {@code typ} of the header, compared without regard to case and to {@code application/} in front. The default,
         * {@code JWT}, may be missing from a token, because it says no more than its absence does; any other may not.
         */
        public Builder type(String type) {
            this.type = requireText("type", type);
            return this;
        }

        /** How long a new token lives, in whole seconds. */
        public Builder lifetime(Duration lifetime) {
            this.lifetime = requireSpan("lifetime", lifetime);
            return this;
        }

        /** How far ahead an {@code exp} may lie, if that is more than {@link #lifetime}: after that was cut, for instance. */
        public Builder longestLifetime(Duration longestLifetime) {
            this.longestLifetime = requireSpan("longest lifetime", longestLifetime);
            return this;
        }

        /**
         * A token may be exchanged until this long after its {@code iat}, also when it has expired. Its successor keeps the
         * {@code iat}, so the window is counted from the login and ends, however often the token is exchanged.
         */
        public Builder refreshWindow(Duration window) {
            this.refreshWindow = requireSpan("refresh window", window);
            this.windowSliding = false;
            return this;
        }

        /** As {@link #refreshWindow}, but counted anew from every exchange: who keeps coming back is never logged out. */
        public Builder slidingRefreshWindow(Duration window) {
            refreshWindow(window);
            this.windowSliding = true;
            return this;
        }

        /** By how much clocks may differ, at most 60 s. It applies to {@code exp}, {@code nbf}, {@code iat} and the cap. */
        public Builder leeway(Duration leeway) {
            if (leeway.isNegative() || leeway.compareTo(LONGEST_LEEWAY) > 0) {
                throw new IllegalArgumentException(
                        "A leeway is zero (none) to 60 s, not " + leeway + "; set the clocks by NTP instead.");
            }
            this.leeway = leeway;
            return this;
        }

        /**
         * A {@code sub} that is a canonical decimal number up to 2^53-1 is written as a JSON number, and a number in that range
         * is accepted beside a string.
         */
        public Builder numericSubjects() {
            this.numericSubjects = true;
            return acceptingNumericSubjects();
        }

        /** A {@code sub} that is a whole number up to 2^53-1 is accepted beside a string, and never written. */
        public Builder acceptingNumericSubjects() {
            this.numericSubjectsAccepted = true;
            return this;
        }

        /** Tokens carry neither {@code iat} nor {@code nbf}, and those without {@code iat} are accepted. */
        public Builder withoutIssueTimes() {
            this.issueTimes = false;
            return this;
        }

        /**
         * For migrations: an {@code iss} that is the issuer, a slash and a whole token is accepted too, as services write it that
         * name the address of the exchange, with the exchanged token in it. It is never written.
         */
        public Builder acceptingNestedIssuer() {
            this.nestedIssuer = true;
            return this;
        }

        /** {@code jti} is 16 letters and digits, 95 bits, for dialects that fix its length. */
        public Builder alphanumericTokenIds() {
            this.tokenIdShape = TokenIdShape.ALPHANUMERIC_16;
            return this;
        }

        /** {@code jti} is a random UUID, 122 bits, for dialects that fix its shape. */
        public Builder uuidTokenIds() {
            this.tokenIdShape = TokenIdShape.UUID_4;
            return this;
        }

        /** The most characters that a token may have, 256 to 65536. Longer ones are refused unread. */
        public Builder maxLength(int characters) {
            if (characters < LEAST_MAX_LENGTH || characters > GREATEST_MAX_LENGTH) {
                throw new IllegalArgumentException("The longest token has " + LEAST_MAX_LENGTH + " to "
                        + GREATEST_MAX_LENGTH + " characters, not " + characters + ".");
            }
            this.maxLength = characters;
            return this;
        }

        /** A claim that every token carries; one of the same name that is handed to the issuer takes its place. */
        public Builder claim(String name, @Nullable Object value) {
            constantClaims.put(name, value);
            return this;
        }

        /**
         * The rules.
         *
         * @throws IllegalArgumentException if tokens would live longer than the longest lifetime, a refresh window has no
         *     {@code iat} to count from, a {@link #claim} is named as one of the issuer's own, or isn't JSON, or the issuer or the
         *     audience holds half of a surrogate pair
         */
        public TokenRules build() {
            if (longestLifetime != null && longestLifetime.compareTo(lifetime) < 0) {
                throw new IllegalArgumentException("The lifetime " + lifetime + " is over the longest lifetime "
                        + longestLifetime + "; lower the one or raise the other.");
            }
            if (refreshWindow != null && !issueTimes) {
                throw new IllegalArgumentException(
                        "A refresh window is counted from iat; leave out withoutIssueTimes or the window.");
            }
            return new TokenRules(this);
        }

        private static String requireText(String what, String text) {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("The " + what + " of tokens is empty; name one.");
            }
            return text;
        }

        private static Duration requireSpan(String what, Duration span) {
            if (span.getNano() != 0 || span.getSeconds() < 1 || span.compareTo(LONGEST_SPAN) > 0) {
                throw new IllegalArgumentException("The " + what + " of tokens is 1 s to " + LONGEST_SPAN.toDays()
                        + " days in whole seconds, not " + span + ".");
            }
            return span;
        }
    }
}
