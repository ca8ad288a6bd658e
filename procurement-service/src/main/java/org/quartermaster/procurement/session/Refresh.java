package org.quartermaster.procurement.session;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.fraud.Blocked;
import org.quartermaster.procurement.notice.Notice;
import org.quartermaster.procurement.notice.NoticeType;
import org.quartermaster.procurement.notice.Notices;
import org.quartermaster.procurement.user.Visitor;

/**
 * Goes on with a session: each use of a refresh token makes the next one. A token that is used twice was stolen, by the
 * first or by the second, so its whole session ends.
 */
@ApplicationScoped
class Refresh {
    static final ProblemType INVALID = new ProblemType(401, "refresh_invalid");
    static final ProblemType REUSED = new ProblemType(401, "refresh_reused");

    private static final String CASE = """
            insert into procurement.fraud_events
              (tenant_id, user_id, event_type, severity, description, ip_address, metadata)
            values ($1, $2, 'refresh_reused', 'high', 'A refresh token was used twice', cast($3::text as inet), $4)
            """;

    private final TenantDatabase database;
    private final RefreshTokens tokens;
    private final Sessions sessions;
    private final Blocked blocked;
    private final SessionEnd end;
    private final Writes writes;
    private final Notices notices;
    private final AuditLog audit;

    @Inject
    Refresh(
            TenantDatabase database,
            RefreshTokens tokens,
            Sessions sessions,
            Blocked blocked,
            SessionEnd end,
            Writes writes,
            Notices notices,
            AuditLog audit) {
        this.database = database;
        this.tokens = tokens;
        this.sessions = sessions;
        this.blocked = blocked;
        this.end = end;
        this.writes = writes;
        this.notices = notices;
        this.audit = audit;
    }

    /** The next tokens of the session; 401 for a token that cannot be used, or was before. */
    Uni<SignedIn> refresh(Visitor visitor, Device device, String text) {
        var use = tokens.use(text, device, blocked.users(Instant.now()));
        return database.writeAll(visitor.nobody(), use.statements()).chain(results -> {
            var found = usable(results.get(0));
            blocked.require(found.user());
            var spent = results.get(1).iterator();
            if (spent.hasNext()) {
                var row = spent.next();
                return sessions.sign(found.caller(visitor), row, use.made(row));
            }
            return found.isSpent() ? refuse(visitor, found) : lost(visitor, text);
        });
    }

    private Uni<RefreshToken> find(Visitor visitor, String text) {
        return tokens.find(visitor.nobody(), text).map(Refresh::usable);
    }

    private static RefreshToken usable(RowSet<Row> rows) {
        var found = RefreshToken.of(INVALID.require(rows));
        if (found.isOver(Instant.now())) {
            throw Problem.of(INVALID);
        }
        return found;
    }

    /** The token was good a moment ago: another use of it has been quicker, or its session was ended. */
    private Uni<SignedIn> lost(Visitor visitor, String text) {
        return find(visitor, text).chain(found -> {
            if (!found.isSpent()) {
                throw Problem.of(INVALID);
            }
            return refuse(visitor, found);
        });
    }

    private Uni<SignedIn> refuse(Visitor visitor, RefreshToken found) {
        var address = visitor.address();
        return writes.write(found.caller(visitor), unit -> end.end(
                                unit, found.user(), List.of(found.family()), SessionEnd.Reason.REUSED)
                        .chain(ended -> ended.isEmpty() ? Uni.createFrom().voidItem() : tell(unit, found, address)))
                .invoke(() -> {
                    throw Problem.of(REUSED);
                })
                .replaceWith((SignedIn) null);
    }

    private Uni<Void> tell(UnitOfWork unit, RefreshToken found, String address) {
        var details = Map.<String, Object>of("session_id", found.family().toString());
        var notice = Notice.of(
                        found.user(),
                        NoticeType.SECURITY,
                        "A session was ended",
                        "A refresh token of one of your sessions was used twice. Somebody may have stolen it, so the "
                                + "session was ended. If that was not you, change your password.",
                        "refresh_reused:" + found.family())
                .with(details);
        return unit.run(CASE, found.tenant(), found.user(), address, new JsonObject(details))
                .chain(() -> audit.note(unit, found.user(), "session.reused", details, address))
                .chain(() -> notices.tell(unit, notice));
    }

    /** Ends the session of a token; nothing for one that is unknown. */
    Uni<Void> logout(Visitor visitor, String text) {
        return tokens.find(visitor.nobody(), text).chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().voidItem();
            }
            var found = RefreshToken.of(rows.iterator().next());
            return writes.write(found.caller(visitor), unit -> logout(
                            unit, found.user(), List.of(found.family()), visitor.address())
                    .replaceWithVoid());
        });
    }

    /** Ends sessions at the wish of their user, who is the caller; gives those that were not ended before. */
    Uni<List<UUID>> logout(UnitOfWork unit, UUID user, List<UUID> families, String address) {
        return end.end(unit, user, families, SessionEnd.Reason.LOGOUT)
                .call(ended -> ended.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : audit.note(unit, user, "session.ended", Map.of("sessions", ended.size()), address));
    }

    /** Ends all sessions of the caller. */
    Uni<Void> logoutAll(UnitOfWork unit, UUID user, String address) {
        return end.endAll(unit, user, null, SessionEnd.Reason.LOGOUT)
                .chain(() -> audit.note(unit, user, "session.all_ended", Map.of(), address));
    }
}
