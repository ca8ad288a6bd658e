package org.quartermaster.procurement.alert;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;

/** Alerts and their versions, as lists. */
@ApplicationScoped
public class AlertList {
    private static final String SELECT = Alert.COLUMNS + """
            , (select count(*) from procurement.alert_matches m
               where m.tenant_id = a.tenant_id and m.alert_id = a.alert_id) as matches_count\
            """;
    private static final String ONE = "select " + SELECT + " from procurement.alerts a"
            + " where a.tenant_id = $1 and a.alert_id = $2 and " + AlertAccess.MINE;
    private static final SortKey AGE = SortKey.of("created_at", "a.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("alert_id", "a.alert_id", "uuid");
    private static final SortKey VERSION = SortKey.of("version", "v.version", "int");

    private final TenantDatabase database;

    @Inject
    AlertList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<AlertView>> find(Caller caller, Fields query) {
        var list = AlertAccess.limit(new ListQuery("alerts", SELECT, "procurement.alerts a"), caller);
        query.bool("is_active").to(active -> list.where("a.is_active = ?", active));
        query.uuid("user_id").to(user -> list.where("a.user_id = ?", user));
        return list.page(query).descending(AGE, ID).run(database, caller, query, row -> AlertView.of(Alert.read(row)));
    }

    Uni<AlertView> get(Caller caller, String id) {
        return find(caller, id).map(AlertView::of);
    }

    /** An alert that the caller may see; 404 for any other. */
    public Uni<Alert> find(Caller caller, String id) {
        var query = one(caller, id);
        return database.readAll(caller, List.of(query))
                .map(results -> Alert.read(AlertAccess.NOT_FOUND.require(results.get(0))));
    }

    /** Finds the alert, where the caller may see it. */
    public static Query one(Caller caller, String id) {
        return Query.of(ONE, caller.tenant(), AlertAccess.id(id), AlertAccess.isForAll(caller), caller.subject());
    }

    Uni<Slice<AlertVersionView>> versions(Caller caller, String id, Fields query) {
        return new ListQuery(
                        "alert-versions",
                        "v.version, cast(v.filters as text) as filters, v.valid_from",
                        "procurement.alert_versions v")
                .where("v.tenant_id = ?", caller.tenant())
                .where("v.alert_id = ?", AlertAccess.id(id))
                .within(one(caller, id), AlertAccess.NOT_FOUND)
                .page(query)
                .descending(VERSION, VERSION)
                .run(database, caller, query, AlertList::version);
    }

    private static AlertVersionView version(Row row) {
        return new AlertVersionView(
                row.getInteger("version"),
                Json.stored(row.getString("filters")),
                Columns.instant(row.getOffsetDateTime("valid_from")));
    }
}
