package org.quartermaster.procurement.personal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;

/** Gathers what a user sees first. */
@ApplicationScoped
class Dashboard {
    private static final int FEW = 5;
    private static final String COUNTS = """
            select
              (select count(*) from procurement.notifications
                where tenant_id = $1 and user_id = $2 and in_app and not is_read) as unread,
              (select count(*) from procurement.alerts
                where tenant_id = $1 and user_id = $2 and is_active and not over_limit) as alerts,
              (select count(*) from procurement.alert_matches m
                join procurement.alerts a on a.tenant_id = m.tenant_id and a.alert_id = m.alert_id
                where m.tenant_id = $1 and a.user_id = $2 and m.state = 'new') as matches,
              (select count(*) from procurement.saved_searches where tenant_id = $1 and user_id = $2) as searches,
              (select count(*) from procurement.message_threads h
                join procurement.message_participants p on p.tenant_id = h.tenant_id and p.thread_id = h.thread_id
                where h.tenant_id = $1 and p.user_id = $2 and h.status <> 'closed') as threads
            """;

    private final TenantDatabase database;
    private final FavouritesService favourites;
    private final Recommendations recommendations;

    @Inject
    Dashboard(TenantDatabase database, FavouritesService favourites, Recommendations recommendations) {
        this.database = database;
        this.favourites = favourites;
        this.recommendations = recommendations;
    }

    Uni<DashboardView> of(Caller caller) {
        return favourites.of(caller).chain(liked -> recommendations
                .find(caller, liked, FEW)
                .chain(best -> database.read(caller, COUNTS, caller.tenant(), Person.of(caller))
                        .map(found -> found.iterator().next())
                        .map(row -> new DashboardView(
                                liked.dashboardWidgets(),
                                row.getLong("unread"),
                                row.getLong("alerts"),
                                row.getLong("matches"),
                                row.getLong("searches"),
                                row.getLong("threads"),
                                best))));
    }
}
