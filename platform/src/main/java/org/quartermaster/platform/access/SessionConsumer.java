package org.quartermaster.platform.access;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.consumer.EventConsumer;
import org.quartermaster.platform.token.Revocations;

/** Refuses the tokens of sessions that were ended. */
@ApplicationScoped
@IfBuildProperty(name = "qm.issuer.followed", stringValue = "true")
class SessionConsumer implements EventConsumer<SessionConsumer.EndedSession> {
    private final Revocations revocations;

    @Inject
    SessionConsumer(Revocations revocations) {
        this.revocations = revocations;
    }

    /** What is read of a session. */
    record EndedSession(String sessionId) {}

    @Override
    public String subject() {
        return "qm.procurement.*.session.revoked";
    }

    @Override
    public Class<EndedSession> data() {
        return EndedSession.class;
    }

    @Override
    public Uni<Void> handle(UnitOfWork unit, Event<EndedSession> event) {
        var session = Objects.requireNonNull(event.data().sessionId(), "session_id is missing");
        return revocations.end(unit.session(), List.of(session), event.time());
    }
}
