package org.quartermaster.procurement.demo;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.statistics.StatisticsRefresh;

/** Fills a fresh database of the local stack with tenders and a team that follows them. */
@ApplicationScoped
class DemoData {
    private final PlatformConfig config;
    private final DemoTenders tenders;
    private final DemoTeam team;
    private final StatisticsRefresh statistics;

    @Inject
    DemoData(PlatformConfig config, DemoTenders tenders, DemoTeam team, StatisticsRefresh statistics) {
        this.config = config;
        this.tenders = tenders;
        this.team = team;
        this.statistics = statistics;
    }

    /** NB: tenders are imported by jobs, as any others; the service is ready meanwhile. */
    void start(@Observes StartupEvent event) {
        if (config.auth() == PlatformConfig.AuthMode.DEMO) {
            Infrastructure.getDefaultWorkerPool()
                    .execute(() -> write(DemoIdentities.member(1), DemoIdentities.member(2)));
        }
    }

    /** Writes what is missing, up to where it was once whole. Blocking. */
    void write(Caller user, Caller colleague) {
        try {
            if (!team.hasTalked(user)) {
                tenders.prepare(user);
                team.watch(user);
                tenders.load(user);
                tenders.document(user);
                statistics.refresh();
                team.talk(user, colleague);
            }
        } catch (SQLException | IOException | Problem broken) {
            Log.warn("the tenders of the demo are not whole; the next start goes on with them", broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
