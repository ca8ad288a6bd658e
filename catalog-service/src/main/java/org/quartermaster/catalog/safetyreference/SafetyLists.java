package org.quartermaster.catalog.safetyreference;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Reads the lists that safety advice rests on; their columns are the components of the views. */
@ApplicationScoped
class SafetyLists {
    private static final int MAX_TEXT = 200;
    private static final int CODE = 64;
    private static final String ROW = "cast(to_jsonb(r) as text) as row";
    private static final String OWNED =
            "cast(to_jsonb(r) || jsonb_build_object('shared', r.tenant_id is null) as text) as row";
    private static final String MINE = "(r.tenant_id is null or r.tenant_id = %s)";

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    SafetyLists(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    Uni<Slice<OshaView>> osha(Caller caller, Fields query) {
        var list = new ListQuery("osha", ROW, "catalog.oshastandard r");
        containing(list, query, "r.cfr", "r.title", "r.description");
        equal(list, query, "part", "subpart", "risk_level");
        return run(list, caller, query, OshaView.class, SortKey.of("cfr", "r.cfr", "text"));
    }

    Uni<OshaView> oshaSection(Caller caller, String part, String section) {
        return one(
                caller,
                OshaView.class,
                "select " + ROW + " from catalog.oshastandard r where r.cfr = $1",
                "29 CFR " + part + '.' + section);
    }

    Uni<Slice<AnsiView>> ansi(Caller caller, Fields query) {
        var list = new ListQuery("ansi", ROW, "catalog.ansistandard r");
        containing(list, query, "r.standard", "r.title");
        equal(list, query, "family", "standard_type");
        query.text("status", 1, CODE).to(status -> list.where("r.edition_status = ?", status));
        return run(list, caller, query, AnsiView.class, SortKey.of("standard", "r.standard", "text"));
    }

    Uni<Slice<HazardView>> hazards(Caller caller, Fields query) {
        var list = new ListQuery("hazards", ROW, "catalog.hazard r");
        containing(list, query, "r.code", "r.name", "coalesce(r.name_ar, '')");
        return run(list, caller, query, HazardView.class, SortKey.of("code", "r.code", "text"));
    }

    Uni<Slice<PpeTypeView>> ppeTypes(Caller caller, Fields query) {
        var list = new ListQuery("ppe-types", ROW, "catalog.ppetype r");
        containing(list, query, "r.code", "r.name", "coalesce(r.name_ar, '')");
        query.text("family", 1, CODE).to(family -> list.where("r.consensus_family = ?", family));
        return run(list, caller, query, PpeTypeView.class, SortKey.of("code", "r.code", "text"));
    }

    Uni<Slice<EquipmentSpecificationView>> specifications(Caller caller, Fields query) {
        var list = new ListQuery("equipment-specifications", ROW, "catalog.ansiequipmentspecification r");
        containing(list, query, "r.equipment_type");
        equal(list, query, "protection_level", "ppe_code");
        return run(list, caller, query, EquipmentSpecificationView.class, SortKey.of("id", "r.id", "bigint"));
    }

    Uni<Slice<TaskView>> tasks(Caller caller, Fields query) {
        var list = new ListQuery("safety-tasks", OWNED, "catalog.taskhazardmapping r")
                .where(MINE.formatted("?"), caller.tenant());
        containing(list, query, "r.task_id", "r.task_name", "coalesce(r.name_ar, '')", "cast(r.synonyms as text)");
        equal(list, query, "risk_level", "maintenance_type");
        query.text("hazard", 1, CODE)
                .to(code -> list.where(
                        "r.hazards @> jsonb_build_array(jsonb_build_object('code', cast(? as text)))", code));
        return run(list, caller, query, TaskView.class, SortKey.of("id", "r.id", "bigint"));
    }

    Uni<TaskView> task(Caller caller, long id) {
        return one(
                caller,
                TaskView.class,
                "select " + OWNED + " from catalog.taskhazardmapping r where r.id = $1 and " + MINE.formatted("$2"),
                id,
                caller.tenant());
    }

    Uni<Slice<ToolView>> tools(Caller caller, Fields query) {
        var list = new ListQuery("safety-tools", OWNED, "catalog.toolriskclassification r")
                .where(MINE.formatted("?"), caller.tenant());
        containing(list, query, "r.tool_name", "r.category", "cast(r.aliases as text)");
        equal(list, query, "risk_level");
        query.text("hazard", 1, CODE).to(code -> list.where("r.hazards @> jsonb_build_array(cast(? as text))", code));
        return run(list, caller, query, ToolView.class, SortKey.of("id", "r.id", "bigint"));
    }

    Uni<ToolView> tool(Caller caller, long id) {
        return one(
                caller,
                ToolView.class,
                "select " + OWNED + " from catalog.toolriskclassification r where r.id = $1 and "
                        + MINE.formatted("$2"),
                id,
                caller.tenant());
    }

    private static void containing(ListQuery list, Fields query, String... columns) {
        query.text("q", 0, MAX_TEXT)
                .to(text ->
                        list.where("strpos(lower(" + String.join(" || ' ' || ", columns) + "), lower(?)) > 0", text));
    }

    private static void equal(ListQuery list, Fields query, String... columns) {
        for (var column : columns) {
            query.text(column, 1, CODE).to(value -> list.where("r." + column + " = ?", value));
        }
    }

    private <V> Uni<Slice<V>> run(ListQuery list, Caller caller, Fields query, Class<V> view, SortKey key) {
        return list.page(query)
                .order(List.of(), key)
                .run(database, caller, query, row -> json.read(row.getString("row"), view));
    }

    private <V> Uni<V> one(Caller caller, Class<V> view, String sql, Object... values) {
        return database.read(caller, sql, values)
                .map(ProblemType.NOT_FOUND::require)
                .map(row -> json.read(row.getString("row"), view));
    }
}
