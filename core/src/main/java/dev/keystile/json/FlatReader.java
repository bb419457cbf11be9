package dev.keystile.json;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one flat JSON object, member by member, making nothing that nobody asks for and never throwing. It knows the plain part
 * of the grammar: strings without escapes, whole numbers of up to 18 digits, {@code true}, {@code false} and {@code null}. Within
 * that part it is exactly as strict as {@link JsonReader}; whatever lies beyond it leaves to that one, by {@link End#NOT_PLAIN}, so
 * that the two never disagree. Whether a name comes twice is for the caller to see. For one thread.
 */
public final class FlatReader {

    /** Why there is no next member. */
    public enum End {
        /** The object is over, and nothing but white space follows. */
        COMPLETE,
        /** This is no JSON object. */
        MALFORMED,
        /** It may be one; {@link JsonReader} knows. */
        NOT_PLAIN
    }

    private enum Kind {
        TEXT,
        WHOLE,
        LITERAL
    }

    private static final int LONGEST_NAME = 1000;
    private static final int MOST_DIGITS = 18;
    private static final int NOTHING = -1;

    private final byte[] json;
    private final int limit;
    private int at;
    private boolean begun;
    private End end = End.COMPLETE;

    private int nameStart;
    private int nameEnd;
    private boolean nameAscii;
    private int nameFoundAt = NOTHING;
    private Kind kind = Kind.LITERAL;
    private int textStart;
    private int textEnd;
    private boolean textAscii;
    private long whole;
    private @Nullable Boolean literal;

    /** A reader of the bytes of {@code json} from {@code start} up to {@code limit}. */
    public FlatReader(byte[] json, int start, int limit) {
        this.json = json;
        this.at = start;
        this.limit = limit;
    }

    /** Goes to the next member. If there is none, {@link #end} tells why. */
    public boolean next() {
        int mark = peek();
        if (begun && mark == '}') {
            return finish();
        }
        if (mark != (begun ? ',' : '{')) {
            return stop(End.MALFORMED);
        }
        at++;
        int first = peek();
        if (!begun && first == '}') {
            return finish();
        }
        begun = true;
        return readName(first) && readValue();
    }

    /** What {@link #next} came upon when it said that there is no more. */
    public End end() {
        return end;
    }

    /**
     * Which of {@code names}, all of them ASCII, the member is called; -1 if it is called otherwise. The search begins behind the
     * name that was found last: list them in the order in which members usually come.
     */
    public int nameAmong(List<String> names) {
        int size = names.size();
        int candidate = nameFoundAt;
        for (int tried = 0; tried < size; tried++) {
            candidate = candidate + 1 < size ? candidate + 1 : 0;
            if (spells(nameStart, nameEnd, names.get(candidate))) {
                nameFoundAt = candidate;
                return candidate;
            }
        }
        return NOTHING;
    }

    /**
     * Goes past {@code members}, if they come next, byte for byte, and are all that comes before a comma or the end of the object.
     *
     * @param members whole and plain members, each behind a comma, without white space
     */
    public boolean skips(byte[] members) {
        int behind = at + members.length;
        if (members.length == 0
                || behind >= limit
                || (json[behind] != ',' && json[behind] != '}')
                || !Arrays.equals(json, at, behind, members, 0, members.length)) {
            return false;
        }
        at = behind;
        return true;
    }

    /** What the member is called. */
    public String name() {
        return decode(nameStart, nameEnd, nameAscii);
    }

    /** Whether the value is the string {@code expected}, which is ASCII. */
    public boolean isText(String expected) {
        return kind == Kind.TEXT && spells(textStart, textEnd, expected);
    }

    /** Whether the value is a whole number. */
    public boolean isWhole() {
        return kind == Kind.WHOLE;
    }

    /** The value, if {@link #isWhole}. */
    public long whole() {
        return whole;
    }

    /** The value: a {@code String}, {@code Long}, {@code Boolean} or null. */
    public @Nullable Object value() {
        return switch (kind) {
            case TEXT -> decode(textStart, textEnd, textAscii);
            case WHOLE -> (Object) whole;
            case LITERAL -> literal;
        };
    }

    private boolean readName(int first) {
        if (first != '"') {
            return stop(End.MALFORMED);
        }
        if (!skipText()) {
            return false;
        }
        nameStart = textStart;
        nameEnd = textEnd;
        nameAscii = textAscii;
        if (nameEnd - nameStart > LONGEST_NAME) {
            return stop(End.NOT_PLAIN);
        }
        if (peek() != ':') {
            return stop(End.MALFORMED);
        }
        at++;
        return true;
    }

    private boolean readValue() {
        int first = peek();
        if (first == '"') {
            kind = Kind.TEXT;
            return skipText();
        }
        if (first == '-' || isDigit(first)) {
            kind = Kind.WHOLE;
            return readWhole(first == '-');
        }
        kind = Kind.LITERAL;
        return switch (first) {
            case 't' -> readLiteral("true", true);
            case 'f' -> readLiteral("false", false);
            case 'n' -> readLiteral("null", null);
            case '{', '[' -> stop(End.NOT_PLAIN);
            default -> stop(End.MALFORMED);
        };
    }

    /** Goes past the string that begins here, if it is plain. */
    private boolean skipText() {
        textStart = at + 1;
        textAscii = true;
        at = endOfPlain(textStart);
        while (at < limit && json[at] != '"') {
            byte c = json[at];
            if (c == '\\') {
                return stop(End.NOT_PLAIN);
            }
            if (c >= 0 && c < ' ') {
                return stop(End.MALFORMED);
            }
            textAscii &= c >= 0;
            at = endOfPlain(at + 1);
        }
        textEnd = at++;
        if (textEnd >= limit) {
            return stop(End.MALFORMED);
        }
        return textAscii || isUtf8() || stop(End.NOT_PLAIN);
    }

    /** Where, from {@code start} on, the first byte is that needs a closer look; letters and digits, which most are, don't. */
    private int endOfPlain(int start) {
        byte[] bytes = json;
        int place = start;
        while (place < limit && bytes[place] > '"' && bytes[place] != '\\') {
            place++;
        }
        return place;
    }

    /** Java decodes what is no UTF-8 as U+FFFD; so does what spells that character, but then it is somebody else's to tell. */
    private boolean isUtf8() {
        return decode(textStart, textEnd, false).indexOf('\uFFFD') < 0;
    }

    private boolean readWhole(boolean negative) {
        byte[] bytes = json;
        int start = negative ? at + 1 : at;
        int enough = Math.min(limit, start + MOST_DIGITS + 1);
        int place = start;
        long read = 0;
        while (place < enough && isDigit(bytes[place])) {
            read = read * 10 + bytes[place++] - '0';
        }
        at = place;
        int digits = at - start;
        int next = at < limit ? json[at] : NOTHING;
        if (digits > MOST_DIGITS || next == '.' || next == 'e' || next == 'E') {
            return stop(End.NOT_PLAIN);
        }
        if (digits == 0 || (digits > 1 && json[start] == '0')) {
            return stop(End.MALFORMED);
        }
        whole = negative ? -read : read;
        return true;
    }

    private boolean readLiteral(String word, @Nullable Boolean meaning) {
        if (limit - at < word.length() || !spells(at, at + word.length(), word)) {
            return stop(End.MALFORMED);
        }
        at += word.length();
        literal = meaning;
        return true;
    }

    /** The next byte that is no white space, without going past it. */
    private int peek() {
        while (at < limit) {
            byte c = json[at];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c;
            }
            at++;
        }
        return NOTHING;
    }

    private boolean finish() {
        at++;
        return stop(peek() == NOTHING && at == limit ? End.COMPLETE : End.MALFORMED);
    }

    private boolean stop(End reason) {
        end = reason;
        return false;
    }

    private boolean spells(int start, int finish, String expected) {
        if (finish - start != expected.length()) {
            return false;
        }
        for (int i = start; i < finish; i++) {
            if (json[i] != expected.charAt(i - start)) {
                return false;
            }
        }
        return true;
    }

    private String decode(int start, int finish, boolean ascii) {
        Charset charset =
                ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8; // the same, and the former only copies
        return new String(json, start, finish - start, charset);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
