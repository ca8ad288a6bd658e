package org.quartermaster.catalog.kit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The kits of a tenant and those of all, and the one that fits a machine best. */
@ApplicationScoped
public class KitList {
    /** The maintenance type of what is always worth having. */
    private static final String GENERAL = "general";

    private static final SortKey ID = SortKey.of("id", "k.id", "bigint");

    /** The more a kit says of the machine, the better; the tenant's own before the shared one. */
    private static final String BEST = """
            select %s from catalog.maintenancekit k
            where %s and lower(k.maintenance_type) = lower($2)
              and (k.equipment_type is null or lower(k.equipment_type) = lower($3))
              and (k.brand is null or lower(k.brand) = lower($4))
              and (k.model is null or lower(k.model) = lower($5))
            order by k.model is null, k.brand is null, k.equipment_type is null, k.tenant_id is null, k.id limit 1
            """.formatted(KitTable.SELECT, KitTable.MINE.formatted("$1"));

    private final TenantDatabase database;
    private final KitTable table;

    @Inject
    KitList(TenantDatabase database, KitTable table) {
        this.database = database;
        this.table = table;
    }

    Uni<Slice<KitView>> find(Caller caller, Fields query) {
        var list = new ListQuery("maintenance-kits", KitTable.SELECT, "catalog.maintenancekit k")
                .where(KitTable.MINE.formatted("?"), caller.tenant());
        query.text("maintenance_type", 1, 64).to(type -> list.where("k.maintenance_type = ?", type));
        query.text("equipment_type", 1, 64).to(type -> list.where("k.equipment_type = ?", type));
        query.text("brand", 1, 300).to(brand -> list.where("k.brand = ?", brand));
        query.text("model", 1, 300).to(model -> list.where("k.model = ?", model));
        return list.page(query).sort(query, List.of(ID), "id", ID).run(database, caller, query, table::read);
    }

    Uni<KitView> get(Caller caller, long id) {
        var sql = "select " + KitTable.SELECT + " from catalog.maintenancekit k where " + KitTable.MINE.formatted("$1")
                + " and k.id = $2";
        return database.read(caller, sql, caller.tenant(), id)
                .map(rows -> table.read(KitTable.NOT_FOUND.require(rows)));
    }

    /**
     * The most specific kit for a machine, each of whose names may be null; the general one where none is of the
     * maintenance type; empty where there is neither.
     */
    public Uni<Optional<KitView>> best(
            UnitOfWork unit, String maintenanceType, String equipmentType, String brand, String model) {
        return best(unit, maintenanceType, new String[] {equipmentType, brand, model})
                .chain(found -> found.isPresent() || GENERAL.equals(maintenanceType)
                        ? Uni.createFrom().item(found)
                        : best(unit, GENERAL, new String[] {equipmentType, brand, model}));
    }

    private Uni<Optional<KitView>> best(UnitOfWork unit, String type, String... machine) {
        return unit.run(BEST, unit.caller().tenant(), type, machine[0], machine[1], machine[2])
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(table.read(rows.iterator().next())));
    }
}
