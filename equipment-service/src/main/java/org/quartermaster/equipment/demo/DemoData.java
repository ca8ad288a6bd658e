package org.quartermaster.equipment.demo;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.security.Caller;

/** Fills a fresh database of the local stack with a small farm, so that the first look finds something. */
@ApplicationScoped
class DemoData {
    private static final String TENANT = "tenant_demo";

    private final PlatformConfig config;
    private final Writes writes;
    private final DemoRows rows;
    private final DemoRecords records;
    private final DemoAlerts alerts;
    private final DemoEvents events;

    @Inject
    DemoData(
            PlatformConfig config,
            Writes writes,
            DemoRows rows,
            DemoRecords records,
            DemoAlerts alerts,
            DemoEvents events) {
        this.config = config;
        this.writes = writes;
        this.rows = rows;
        this.records = records;
        this.alerts = alerts;
        this.events = events;
    }

    /** NB: waits on the main thread, not on an event loop, so that the service is ready with its data. */
    void start(@Observes StartupEvent event) {
        if (config.auth() == PlatformConfig.AuthMode.DEMO) {
            Awaiting.result(() -> write(TENANT));
        }
    }

    /** Writes the farm of a tenant without machines; does nothing for any other. */
    Uni<Void> write(String tenant) {
        return writes.write(Caller.system(tenant), unit -> rows.isFresh(unit)
                .chain(fresh -> fresh ? writeAll(unit) : Uni.createFrom().voidItem()));
    }

    private Uni<Void> writeAll(UnitOfWork unit) {
        return rows.write(unit)
                .chain(() -> events.note(unit))
                .chain(() -> records.write(unit))
                .chain(() -> alerts.write(unit))
                .chain(() -> events.notePlans(unit))
                .chain(() -> events.noteZones(unit));
    }
}
