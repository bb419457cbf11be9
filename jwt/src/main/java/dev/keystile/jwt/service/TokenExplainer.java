package dev.keystile.jwt.service;

import dev.keystile.json.JsonWriter;
import dev.keystile.jwt.GenuineToken;
import dev.keystile.jwt.TokenVerifier;
import dev.keystile.store.user.UserAccount;
import dev.keystile.store.user.UserDirectory;
import java.time.Clock;

/** Adds to what the verifier tells of a token what directory and ledger say of it, without consequences. */
final class TokenExplainer {

    private final TokenDialect dialect;
    private final TokenVerifier verifier;
    private final UserDirectory users;
    private final DialectLedger ledger;
    private final Clock clock;

    TokenExplainer(
            TokenDialect dialect, TokenVerifier verifier, UserDirectory users, DialectLedger ledger, Clock clock) {
        this.dialect = dialect;
        this.verifier = verifier;
        this.users = users;
        this.ledger = ledger;
        this.clock = clock;
    }

    String explain(String compact) {
        String byItself = verifier.explain(compact);
        if (!(verifier.verify(compact) instanceof GenuineToken token)) {
            return byItself;
        }
        return byItself + "\n"
                + dialect.find(token, users).map(owner -> of(token, owner)).orElse("user: gone");
    }

    private String of(GenuineToken token, UserAccount owner) {
        return "user: " + JsonWriter.quote(owner.id().value()) + (owner.disabled() ? ", disabled" : "") + "\nledger: "
                + ledger.standing(token, owner, clock.millis());
    }
}
