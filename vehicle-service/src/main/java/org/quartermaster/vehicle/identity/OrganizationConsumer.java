package org.quartermaster.vehicle.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.consumer.EventConsumer;
import org.quartermaster.platform.consumer.EventConsumer.Event;
import org.quartermaster.platform.rest.HeavyWork;

/** Keeps organizations and their members as the identity service tells of them. */
@ApplicationScoped
class OrganizationConsumer implements EventConsumer<ToldOrganization> {
    private final IdentityTables tables;

    @Inject
    OrganizationConsumer(IdentityTables tables) {
        this.tables = tables;
    }

    @Override
    public String subject() {
        return "qm.procurement.*.organization.*";
    }

    @Override
    public Class<ToldOrganization> data() {
        return ToldOrganization.class;
    }

    @Override
    public Uni<Void> handle(UnitOfWork unit, Event<ToldOrganization> event) {
        Objects.requireNonNull(event.data().orgId(), "org_id is missing");
        return switch (IdentityTables.verb(event)) {
            case "created", "updated", "snapshot" -> keep(event, null);
            case "closed" -> keep(event, "closed");
            case "member_added", "member_changed" -> keep(event, null).chain(() -> member(event, roles(event)));
            case "member_removed" -> keep(event, null).chain(() -> member(event, List.of()));
            default -> Uni.createFrom().voidItem();
        };
    }

    private static List<String> roles(Event<ToldOrganization> event) {
        return Objects.requireNonNull(event.data().roles(), "roles are missing");
    }

    private Uni<Void> keep(Event<ToldOrganization> event, String status) {
        return HeavyWork.run(() -> {
            tables.keep(event.tenant(), event.data(), status, event.time());
            return null;
        });
    }

    private Uni<Void> member(Event<ToldOrganization> event, List<String> roles) {
        var user = UserId.of(Objects.requireNonNull(event.data().userId(), "user_id is missing"));
        return HeavyWork.run(() -> {
            tables.keepMember(event.tenant(), user, roles, event.time());
            return null;
        });
    }
}
