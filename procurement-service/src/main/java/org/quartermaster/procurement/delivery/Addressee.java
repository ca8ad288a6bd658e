package org.quartermaster.procurement.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Sha256;
import org.quartermaster.procurement.mail.MailLinks;
import org.quartermaster.procurement.token.SecretToken;

/** Finds the address of a user, with a code by which he can leave the mails without signing in. */
@ApplicationScoped
class Addressee {
    /** Why a mail is not sent to a user who is not found. */
    static final String GONE = "user_gone";

    private static final Duration CODE_LIFE = Duration.ofDays(365);
    private static final String ADDRESS =
            "select email from procurement.users where user_id = $1 and status = 'active'";
    private static final String CODE = """
            insert into procurement.user_tokens (token_hash, user_id, purpose, payload, expires_at)
            values ($1, $2, 'unsubscribe', $3, $4)
            """;

    private final MailLinks links;

    @Inject
    Addressee(MailLinks links) {
        this.links = links;
    }

    /** The user as the caller of his own mail. NB: the code is a row of identity, which its user alone may write. */
    static Caller caller(String tenant, UUID user) {
        return new Caller(tenant, user.toString(), Set.of(), null, null);
    }

    /**
     * Null where the user is gone or rests.
     *
     * @param scope what the code takes him off: {@code frequency}, or {@code alerts}
     */
    Uni<Mails.Recipient> of(UnitOfWork unit, UUID user, JsonObject scope) {
        return unit.run(ADDRESS, user).chain(found -> {
            if (found.size() == 0) {
                return Uni.createFrom().nullItem();
            }
            var code = SecretToken.create();
            var address = found.iterator().next().getString(0);
            var until = Columns.time(unit.now().plus(CODE_LIFE));
            return unit.run(
                            CODE,
                            Sha256.hex(code),
                            user,
                            scope.put("tenant", unit.caller().tenant()),
                            until)
                    .replaceWith(() -> new Mails.Recipient(address, links.to("/api/v1/alerts/unsubscribe", code)));
        });
    }
}
