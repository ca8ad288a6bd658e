package org.quartermaster.vehicle.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.consumer.EventConsumer;
import org.quartermaster.platform.consumer.EventConsumer.Event;
import org.quartermaster.platform.rest.HeavyWork;

/** Keeps organizations and their members as the identity service tells of them. */
@ApplicationScoped
class OrganizationConsumer implements EventConsumer<ToldOrganization> {
    private final IdentityTables tables;
    private final Identities identities;
    private final StubFollower follower;

    @Inject
    OrganizationConsumer(IdentityTables tables, Identities identities, StubFollower follower) {
        this.tables = tables;
        this.identities = identities;
        this.follower = follower;
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
            case "created", "updated", "snapshot" -> keep(unit, event, null);
            case "closed" -> keep(unit, event, "closed");
            case "member_added", "member_changed" -> keep(unit, event, null).chain(() -> member(event, roles(event)));
            case "member_removed" -> keep(unit, event, null).chain(() -> member(event, List.of()));
            default -> Uni.createFrom().voidItem();
        };
    }

    private static List<String> roles(Event<ToldOrganization> event) {
        return Objects.requireNonNull(event.data().roles(), "roles are missing");
    }

    private Uni<Void> keep(UnitOfWork unit, Event<ToldOrganization> event, String status) {
        var organization = event.data().orgId();
        return HeavyWork.<Void>run(() -> {
                    tables.keep(event.tenant(), event.data(), status, event.time());
                    return null;
                })
                .chain(() -> identities.stubs(unit, organization))
                .chain(stubs -> stubs.isEmpty() ? Uni.createFrom().voidItem() : takePlace(unit, stubs, organization));
    }

    /** A stub has an id of its own, as a token does not name the organization; the first event takes its place. */
    private Uni<Void> takePlace(UnitOfWork unit, Set<UUID> stubs, UUID organization) {
        return follower.follow(unit, stubs, organization).chain(() -> identities.drop(unit, stubs));
    }

    private Uni<Void> member(Event<ToldOrganization> event, List<String> roles) {
        var user = UserId.of(Objects.requireNonNull(event.data().userId(), "user_id is missing"));
        return HeavyWork.run(() -> {
            tables.keepMember(event.tenant(), user, roles, event.time());
            return null;
        });
    }
}
