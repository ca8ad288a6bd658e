package org.quartermaster.catalog.safetyreference;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.safety.RiskLevel;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Versioned;
import org.quartermaster.platform.security.Caller;

/** Reads the lists that safety advice rests on; their columns are the components of the views. */
@ApplicationScoped
class SafetyLists {
    private static final int MAX_TEXT = 200;
    private static final int CODE = 64;

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    SafetyLists(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    Uni<Slice<OshaView>> osha(Caller caller, Fields query) {
        var list = new ListQuery("osha", SafetyList.ROW, "catalog.oshastandard r");
        containing(list, query, "r.cfr", "r.title", "r.description");
        equal(list, query, "part", "subpart");
        risk(list, query);
        return run(list, caller, query, OshaView.class, SortKey.of("cfr", "r.cfr", "text"));
    }

    Uni<Slice<AnsiView>> ansi(Caller caller, Fields query) {
        var list = new ListQuery("ansi", SafetyList.ROW, "catalog.ansistandard r");
        containing(list, query, "r.standard", "r.title");
        equal(list, query, "family", "standard_type");
        query.word("status", AnsiInput.Edition.class)
                .to(status -> list.where("r.edition_status = ?", Words.of(status)));
        return run(list, caller, query, AnsiView.class, SortKey.of("standard", "r.standard", "text"));
    }

    Uni<Slice<HazardView>> hazards(Caller caller, Fields query) {
        var list = new ListQuery("hazards", SafetyList.ROW, "catalog.hazard r");
        containing(list, query, "r.code", "r.name", "coalesce(r.name_ar, '')");
        return run(list, caller, query, HazardView.class, SortKey.of("code", "r.code", "text"));
    }

    Uni<Slice<PpeTypeView>> ppeTypes(Caller caller, Fields query) {
        var list = new ListQuery("ppe-types", SafetyList.ROW, "catalog.ppetype r");
        containing(list, query, "r.code", "r.name", "coalesce(r.name_ar, '')");
        query.text("family", 1, CODE).to(family -> list.where("r.consensus_family = ?", family));
        return run(list, caller, query, PpeTypeView.class, SortKey.of("code", "r.code", "text"));
    }

    Uni<Slice<EquipmentSpecificationView>> specifications(Caller caller, Fields query) {
        var list = new ListQuery("equipment-specifications", SafetyList.ROW, "catalog.ansiequipmentspecification r");
        containing(list, query, "r.equipment_type");
        equal(list, query, "ppe_code");
        query.word("protection_level", EquipmentSpecificationInput.Protection.class)
                .to(level -> list.where("r.protection_level = ?", Words.of(level)));
        return run(list, caller, query, EquipmentSpecificationView.class, SortKey.of("id", "r.id", "bigint"));
    }

    Uni<Slice<TaskView>> tasks(Caller caller, Fields query) {
        var list = new ListQuery("safety-tasks", SafetyList.OWNED_ROW, "catalog.taskhazardmapping r")
                .where(SafetyList.MINE.formatted("?"), caller.tenant());
        containing(list, query, "r.task_id", "r.task_name", "coalesce(r.name_ar, '')", "cast(r.synonyms as text)");
        equal(list, query, "maintenance_type");
        risk(list, query);
        query.text("hazard", 1, CODE)
                .to(code -> list.where(
                        "r.hazards @> jsonb_build_array(jsonb_build_object('code', cast(? as text)))", code));
        return run(list, caller, query, TaskView.class, SortKey.of("id", "r.id", "bigint"));
    }

    Uni<Slice<ToolView>> tools(Caller caller, Fields query) {
        var list = new ListQuery("safety-tools", SafetyList.OWNED_ROW, "catalog.toolriskclassification r")
                .where(SafetyList.MINE.formatted("?"), caller.tenant());
        containing(list, query, "r.tool_name", "r.category", "cast(r.aliases as text)");
        risk(list, query);
        query.text("hazard", 1, CODE).to(code -> list.where("r.hazards @> jsonb_build_array(cast(? as text))", code));
        query.text("maintenance_type", 1, CODE).to(type -> list.where("""
                exists (select from catalog.taskhazardmapping t where t.maintenance_type = ?
                  and (t.tenant_id is null or t.tenant_id = r.tenant_id or r.tenant_id is null and t.tenant_id = ?)
                  and t.tool_classes @> to_jsonb(cast(r.etim_class as text)))\
                """, type, caller.tenant()));
        return run(list, caller, query, ToolView.class, SortKey.of("id", "r.id", "bigint"));
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

    private static void risk(ListQuery list, Fields query) {
        query.word("risk_level", RiskLevel.class).to(level -> list.where("r.risk_level = ?", Words.of(level)));
    }

    private <V> Uni<Slice<V>> run(ListQuery list, Caller caller, Fields query, Class<V> view, SortKey key) {
        return list.page(query)
                .order(List.of(), key)
                .run(database, caller, query, row -> json.read(row.getString("row"), view));
    }

    /** The row of a list that the key names. */
    <V extends Versioned> Uni<V> one(Caller caller, SafetyList<?, V> list, Object key) {
        return database.read(caller, list.find(), key, caller.tenant())
                .map(SafetyList.NOT_FOUND::require)
                .map(row -> json.read(row.getString("row"), list.view()));
    }
}
