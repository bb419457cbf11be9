package dev.keystile.store.contract;

import dev.keystile.store.ExchangeResult;
import dev.keystile.store.FindResult;
import dev.keystile.store.IssueResult;
import dev.keystile.store.Lookup;
import dev.keystile.store.StoredCredential;
import java.util.HexFormat;

/** Short names for failure messages. The lookups of the kit are made up, so a few bytes of them may be printed. */
final class Names {

    private static final int BYTES = 3;

    private Names() {}

    static String of(Lookup lookup) {
        return "#" + HexFormat.of().formatHex(lookup.bytes(), 0, BYTES);
    }

    static String of(StoredCredential credential) {
        return "%s (family %s, generation %d, lives %d to %d)"
                .formatted(
                        of(credential.lookup()),
                        credential.family(),
                        credential.generation(),
                        credential.issuedAtMillis(),
                        credential.expiresAtMillis());
    }

    /** An answer of a store; the credential that it holds, if any, by its short name. */
    static String ofAnswer(Object answer) {
        if (answer instanceof FindResult.Live live) {
            return "live " + of(live.credential());
        }
        if (answer instanceof FindResult.Spent spent) {
            return "spent " + of(spent.credential());
        }
        if (answer instanceof IssueResult.Kept kept) {
            return "kept " + of(kept.credential());
        }
        if (answer instanceof ExchangeResult.Raced<?> raced
                && raced.successor() instanceof StoredCredential successor) {
            return "raced, " + of(successor) + " lives";
        }
        return answer.toString();
    }
}
