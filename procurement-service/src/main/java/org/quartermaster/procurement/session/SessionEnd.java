package org.quartermaster.procurement.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.token.Revocations;
import org.quartermaster.procurement.session.RefreshTokens.Family;

/** Ends sessions: their refresh tokens are revoked, and their access tokens refused here at once and everywhere soon. */
@ApplicationScoped
public class SessionEnd {
    private static final String ENTITY = "session";

    private final RefreshTokens tokens;
    private final Revocations revocations;

    @Inject
    SessionEnd(RefreshTokens tokens, Revocations revocations) {
        this.tokens = tokens;
        this.revocations = revocations;
    }

    /** Why a session was ended. */
    public enum Reason {
        LOGOUT,
        REUSED,
        PASSWORD_CHANGED,
        SUSPENDED,
        /** The user left the organization of the session, or it was closed. */
        LEFT,
        DELETED
    }

    /** Ends those of the sessions of a user that were not ended before, and gives them. */
    Uni<List<UUID>> end(UnitOfWork unit, UUID user, List<UUID> sessions, Reason reason) {
        var word = reason.name().toLowerCase(Locale.ROOT);
        return tokens.revoke(unit, user, sessions, word).call(ended -> {
            ended.forEach(id -> unit.changed(Change.eventOnly(
                    ENTITY, id.toString(), "revoked", new SessionEvent(id, user, word), unit.caller())));
            return refuse(unit, ended.stream().map(UUID::toString).toList());
        });
    }

    private Uni<Void> refuse(UnitOfWork unit, List<String> ended) {
        if (ended.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        unit.afterCommit(() -> revocations.noted(ended, unit.now()));
        return revocations.end(unit.session(), ended, unit.now());
    }

    /**
     * Ends all sessions of a user, in all his tenants. The unit is one of the user himself or of the system role.
     *
     * @param except the one that stays, or null
     */
    public Uni<Void> endAll(UnitOfWork unit, UUID user, UUID except, Reason reason) {
        return tokens.live(unit, user)
                .map(live -> live.stream()
                        .map(Family::id)
                        .filter(id -> !id.equals(except))
                        .toList())
                .chain(ids -> end(unit, user, ids, reason))
                .replaceWithVoid();
    }

    /** Ends the sessions of a user in the tenant of the unit alone. */
    public Uni<Void> endIn(UnitOfWork unit, UUID user, Reason reason) {
        var tenant = unit.caller().tenant();
        return tokens.live(unit, user)
                .map(live -> live.stream()
                        .filter(family -> family.tenant().equals(tenant))
                        .map(Family::id)
                        .toList())
                .chain(ids -> end(unit, user, ids, reason))
                .replaceWithVoid();
    }
}
