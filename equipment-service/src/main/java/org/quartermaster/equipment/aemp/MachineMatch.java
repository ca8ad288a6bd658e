package org.quartermaster.equipment.aemp;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.machine.MachineNames;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;

/** Finds the machines that snapshots speak of: by PIN, else by maker, model and serial number together. */
@ApplicationScoped
class MachineMatch {
    /** NB: lateral, so that each name costs an index look-up, however many machines there are. */
    private static final String FIND = """
            select coalesce(p.equipment_id, n.equipment_id)
            from unnest($1::text[], $2::text[], $3::text[], $4::text[])
              with ordinality as s (pin, maker, model, serial, i)
            left join lateral (
              select e.equipment_id from equipment e where e.vin_key = s.pin and e.deleted_at is null limit 1
            ) p on true
            left join lateral (
              select e.equipment_id from equipment e
              where e.serial_key = s.serial and e.deleted_at is null
                and upper(e.brand) = upper(s.maker) and upper(e.model) = upper(s.model) limit 1
            ) n on true
            order by s.i
            """;

    private final TenantDatabase database;

    @Inject
    MachineMatch(TenantDatabase database) {
        this.database = database;
    }

    /** Their ids, in the order of the names; null for one that is not here. */
    Uni<List<String>> find(Caller caller, List<Identity> names) {
        var rows = new Columns<>(names);
        return database.read(
                        caller,
                        FIND,
                        rows.texts(name -> MachineNames.key(name.pin())),
                        rows.texts(Identity::maker),
                        rows.texts(Identity::model),
                        rows.texts(name -> MachineNames.key(name.serialNumber())))
                .map(found -> {
                    var ids = new ArrayList<String>();
                    found.forEach(row -> ids.add(row.getString(0)));
                    return ids;
                });
    }
}
