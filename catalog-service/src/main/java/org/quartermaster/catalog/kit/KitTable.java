package org.quartermaster.catalog.kit;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Kits and their items in the database. NB: the system role reads all tenants, so each statement names whose it is. */
@ApplicationScoped
class KitTable {
    static final ProblemType NOT_FOUND = new ProblemType(404, "maintenance_kit_not_found");

    /** Of the kit {@code k}. */
    static final String SELECT = """
            cast(to_jsonb(k) || jsonb_build_object('shared', k.tenant_id is null, 'items', (
              select coalesce(jsonb_agg(to_jsonb(i) order by i.id), '[]') from catalog.maintenancekititem i
              where i.owner_key = k.owner_key and i.kit_id = k.id)) as text) as kit""";

    static final String MINE = "k.owner_key in ('', %s)";

    private static final String INSERT = """
            insert into catalog.maintenancekit (tenant_id, maintenance_type, equipment_type, brand, model, name)
            values ($1, $2, $3, $4, $5, $6) returning id
            """;
    private static final String UPDATE = """
            update catalog.maintenancekit set maintenance_type = $3, equipment_type = $4, brand = $5, model = $6,
              name = $7, version = version + 1, updated_at = now()
            where owner_key = $1 and id = $2
            """;
    private static final String DELETE = "delete from catalog.maintenancekit where owner_key = $1 and id = $2";
    private static final String EMPTY = "delete from catalog.maintenancekititem where owner_key = $1 and kit_id = $2";
    private static final String FILL = """
            insert into catalog.maintenancekititem (tenant_id, kit_id, kind, product_id, selector, quantity, uom,
              mandatory, reason)
            select $1, $2, r.kind, r.product_id, coalesce(r.selector, '{}'), r.quantity, r.uom, r.mandatory, r.reason
            from jsonb_array_elements(cast($3::text as jsonb)) with ordinality e (item, place),
              jsonb_to_record(e.item) as r (kind text, product_id bigint, selector jsonb, quantity numeric, uom text,
                mandatory boolean, reason text)
            order by e.place
            """;

    private final DatabaseJson json;

    @Inject
    KitTable(DatabaseJson json) {
        this.json = json;
    }

    static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noId) {
            throw Problem.of(NOT_FOUND);
        }
    }

    KitView read(Row row) {
        return json.read(row.getString("kit"), KitView.class);
    }

    /** A kit of the tenant, or one that is shared. */
    Uni<KitView> find(UnitOfWork unit, long id, String lock) {
        var sql = "select " + SELECT + " from catalog.maintenancekit k where " + MINE.formatted("$1") + " and k.id = $2"
                + lock;
        return unit.run(sql, unit.caller().tenant(), id).map(rows -> read(NOT_FOUND.require(rows)));
    }

    /** @param owner the tenant, or null for a shared one */
    Uni<KitView> insert(UnitOfWork unit, String owner, KitInput kit) {
        return unit.run(INSERT, owner, kit.maintenanceType(), kit.equipmentType(), kit.brand(), kit.model(), kit.name())
                .map(rows -> rows.iterator().next().getLong(0))
                .call(id -> fill(unit, owner, id, kit))
                .chain(id -> find(unit, id, ""));
    }

    Uni<KitView> update(UnitOfWork unit, String owner, long id, KitInput kit) {
        var key = key(owner);
        return unit.runAll(List.of(
                        Query.of(
                                UPDATE,
                                key,
                                id,
                                kit.maintenanceType(),
                                kit.equipmentType(),
                                kit.brand(),
                                kit.model(),
                                kit.name()),
                        Query.of(EMPTY, key, id)))
                .chain(() -> fill(unit, owner, id, kit))
                .chain(() -> find(unit, id, ""));
    }

    Uni<Void> delete(UnitOfWork unit, String owner, long id) {
        return unit.run(DELETE, key(owner), id).replaceWithVoid();
    }

    private Uni<Void> fill(UnitOfWork unit, String owner, long id, KitInput kit) {
        return unit.run(FILL, owner, id, json.text(kit.items())).replaceWithVoid();
    }

    private static String key(String owner) {
        return owner == null ? "" : owner;
    }
}
