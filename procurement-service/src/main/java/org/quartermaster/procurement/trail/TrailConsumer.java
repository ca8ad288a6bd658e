package org.quartermaster.procurement.trail;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.consumer.EventConsumer;
import org.quartermaster.platform.consumer.EventConsumer.Event;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.procurement.tenant.KnownTenants;

/** Keeps who changed what in one service, from the events of that service. */
final class TrailConsumer implements EventConsumer<ToldChange> {
    private static final Set<String> LEFT_OUT = Set.of("telemetry");
    private static final String SNAPSHOT = "snapshot";
    private static final String COMPLETED = "completed";
    private static final String INSERT = """
            insert into procurement.audit_trail
              (tenant_id, event_id, service, entity, entity_id, verb, actor, actor_type, changed, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict do nothing
            """;

    private final String service;
    private final KnownTenants tenants;

    TrailConsumer(String service, KnownTenants tenants) {
        this.service = service;
        this.tenants = tenants;
    }

    @Override
    public String subject() {
        return "qm." + service + ".*.*.*";
    }

    @Override
    public Class<ToldChange> data() {
        return ToldChange.class;
    }

    @Override
    public Uni<Void> handle(UnitOfWork unit, Event<ToldChange> event) {
        // org.quartermaster.<service>.<entity>.<verb>.v1
        var name = event.type().split("\\.");
        return isKept(name[3], name[4], event.data())
                ? tenants.ifKnown(unit, "trail of " + service, () -> keep(unit, event, name[3], name[4]))
                : Uni.createFrom().voidItem();
    }

    /** NB: the rows of a bulk import are left out, its import.completed stands for them. */
    private static boolean isKept(String entity, String verb, ToldChange told) {
        return !LEFT_OUT.contains(entity)
                && !verb.equals(SNAPSHOT)
                && (told.importId() == null || verb.equals(COMPLETED));
    }

    private Uni<Void> keep(UnitOfWork unit, Event<ToldChange> event, String entity, String verb) {
        var changed = event.data().changed() == null
                ? List.<String>of()
                : event.data().changed();
        return unit.run(
                        INSERT,
                        event.tenant(),
                        event.id(),
                        service,
                        entity,
                        event.entityId(),
                        verb,
                        event.actor(),
                        event.actor().equals("system") ? "system" : "user",
                        changed.toArray(String[]::new),
                        Columns.time(event.time()))
                .replaceWithVoid();
    }
}
