package org.quartermaster.vehicle.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.consumer.EventConsumer;
import org.quartermaster.platform.consumer.EventConsumer.Event;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.token.Revocations;

/** Keeps users, persons and memberships as the identity service tells of them, and refuses the tokens of who is gone. */
@ApplicationScoped
class UserConsumer implements EventConsumer<ToldUser> {
    private final IdentityTables tables;
    private final Revocations revocations;

    @Inject
    UserConsumer(IdentityTables tables, Revocations revocations) {
        this.tables = tables;
        this.revocations = revocations;
    }

    @Override
    public String subject() {
        return "qm.procurement.*.user.*";
    }

    @Override
    public Class<ToldUser> data() {
        return ToldUser.class;
    }

    @Override
    public Uni<Void> handle(UnitOfWork unit, Event<ToldUser> event) {
        var user = event.data();
        Objects.requireNonNull(user.userId(), "user_id is missing");
        return switch (IdentityTables.verb(event)) {
            case "registered", "verified", "updated", "snapshot" -> keep(event, status(user));
            case "enabled" ->
                keep(event, "active").chain(() -> revocations.allow(unit.session(), user.userId(), event.time()));
            case "disabled" ->
                keep(event, "suspended").chain(() -> revocations.refuse(unit.session(), user.userId(), event.time()));
            case "deleted" ->
                keep(event, "deleted").chain(() -> revocations.refuse(unit.session(), user.userId(), event.time()));
            default -> Uni.createFrom().voidItem();
        };
    }

    private static String status(ToldUser user) {
        return user.status() == null ? "active" : user.status();
    }

    private Uni<Void> keep(Event<ToldUser> event, String status) {
        return HeavyWork.run(() -> {
            tables.keep(event.data(), status, event.time());
            return null;
        });
    }
}
