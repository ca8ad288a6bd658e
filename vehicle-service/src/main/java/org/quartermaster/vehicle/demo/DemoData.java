package org.quartermaster.vehicle.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** Fills a fresh database of the local stack with a small fleet and a feed, so that the first look finds something. */
@ApplicationScoped
class DemoData {
    private static final String TENANT = "tenant_demo";

    private final PlatformConfig config;
    private final Writes writes;
    private final DemoPeople people;
    private final DemoAssets assets;
    private final DemoMarket market;

    @Inject
    DemoData(PlatformConfig config, Writes writes, DemoPeople people, DemoAssets assets, DemoMarket market) {
        this.config = config;
        this.writes = writes;
        this.people = people;
        this.assets = assets;
        this.market = market;
    }

    /** NB: the fleet is there when the service is ready; the feed is a job, as any other. */
    void start(@Observes StartupEvent event) throws SQLException, JsonProcessingException {
        if (config.auth() == PlatformConfig.AuthMode.DEMO) {
            var caller = user(TENANT);
            var feed = new DemoSnapshots(Instant.now().truncatedTo(ChronoUnit.HOURS));
            write(caller, DemoPeople.ORGANIZATION, feed);
            Infrastructure.getDefaultWorkerPool().execute(() -> market.write(caller, feed, "copart"));
        }
    }

    static Caller user(String tenant) {
        return new Caller(tenant, DemoPeople.USER, Roles.expand(List.of(Roles.ADMIN, Roles.DATA_ADMIN)), null, null);
    }

    /** Writes the people and the fleet of a tenant without assets; does nothing for any other. Blocking. */
    void write(Caller caller, UUID organization, DemoSnapshots feed) throws SQLException, JsonProcessingException {
        people.write(caller, organization);
        Awaiting.result(() -> writes.write(caller, unit -> assets.isFresh(unit)
                .chain(fresh -> fresh
                        ? assets.write(unit, organization, feed.vinForSale())
                        : Uni.createFrom().voidItem())));
    }
}
