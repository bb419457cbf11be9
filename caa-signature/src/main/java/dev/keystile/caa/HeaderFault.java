package dev.keystile.caa;

/** Why an {@code Authorization} header is no Caa header. For logs of developers: on the wire all of them are one answer. */
public enum HeaderFault implements ParsedHeader {
    /** There was no header. */
    MISSING("there is no Authorization header"),
    /** There was more than one. */
    REPEATED("the Authorization header was sent more than once"),
    /** It is longer than 8 KiB; it was not looked at any further. */
    TOO_LONG("the header is longer than 8 KiB"),
    /** It doesn't begin with {@code Caa} and exactly one space. */
    OTHER_SCHEME("the header doesn't begin with 'Caa' and one space"),
    /** What follows is not canonical base64. */
    NOT_BASE64("what follows the scheme is not canonical base64 (alphabet, padding, spare bits)"),
    /** What it spells is not {@code apiKey:signature timestamp}. */
    WRONG_SHAPE("the decoded text is not 'apiKey:signature timestamp'"),
    /** The api key is not the canonical base64 of 32 bytes. */
    BAD_API_KEY("the api key is not the canonical base64 of 32 bytes"),
    /** The signature is empty or not canonical base64. */
    BAD_SIGNATURE("the signature is empty or not canonical base64"),
    /** The timestamp is not 13 digits. */
    BAD_TIMESTAMP("the timestamp is not exactly 13 ASCII digits");

    private final String description;

    HeaderFault(String description) {
        this.description = description;
    }

    /** The fault in words, without anything of the header in it. */
    public String description() {
        return description;
    }
}
