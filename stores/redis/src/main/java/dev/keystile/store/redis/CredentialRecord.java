package dev.keystile.store.redis;

import dev.keystile.core.FamilyId;
import dev.keystile.core.UserId;
import dev.keystile.store.CredentialBody;
import dev.keystile.store.FindResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A credential as the server keeps it: a line of text that scripts decide by, then the body. {@code credentials.lua} has the
 * line's grammar. A user id comes last in it, because it alone may hold blanks; nothing in it holds the end of a line.
 *
 * @param credential what is kept
 * @param spent whether it was exchanged
 * @param keepUntilMillis when it expires or, once spent, is remembered no longer
 */
record CredentialRecord(StoredCredential credential, boolean spent, long keepUntilMillis) {

    private static final byte FIELD = 'c';
    private static final String NOT_SPENT = "-";
    private static final int WORDS = 9;

    /** {@code credential}, alive, as brought by {@code call}. */
    static byte[] living(StoredCredential credential, String call) {
        byte[] line = String.join(
                        " ",
                        NOT_SPENT,
                        Long.toString(credential.expiresAtMillis()),
                        call,
                        Integer.toString(credential.generation()),
                        Long.toString(credential.familyBegunAtMillis()),
                        Long.toString(credential.issuedAtMillis()),
                        Long.toString(credential.expiresAtMillis()),
                        credential.family().value(),
                        credential.user().value() + "\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] body = credential.body().bytes();
        return ByteBuffer.allocate(line.length + body.length)
                .put(line)
                .put(body)
                .array();
    }

    /** Where the shelf has the credential that {@code lookup} names. */
    static byte[] field(byte[] lookup) {
        return ByteBuffer.allocate(1 + lookup.length).put(FIELD).put(lookup).array();
    }

    static CredentialRecord read(byte[] lookup, byte[] record) {
        int end = lineEnd(record);
        String[] words = new String(record, 0, end, StandardCharsets.UTF_8).split(" ", WORDS);
        UserId user = new UserId(words[8]);
        StoredCredential credential = new StoredCredential(
                Lookup.of(user.tag(), lookup),
                user,
                new FamilyId(words[7]),
                Long.parseLong(words[4]),
                Integer.parseInt(words[3]),
                Long.parseLong(words[5]),
                Long.parseLong(words[6]),
                CredentialBody.of(Arrays.copyOfRange(record, end + 1, record.length)));
        return new CredentialRecord(credential, !words[0].equals(NOT_SPENT), Long.parseLong(words[1]));
    }

    FindResult at(long nowMillis) {
        if (nowMillis >= keepUntilMillis) {
            return new FindResult.Unknown();
        }
        return spent ? new FindResult.Spent(credential) : new FindResult.Live(credential);
    }

    private static int lineEnd(byte[] record) {
        int end = 0;
        while (record[end] != '\n') {
            end++;
        }
        return end;
    }
}
