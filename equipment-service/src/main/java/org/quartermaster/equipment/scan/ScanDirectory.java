package org.quartermaster.equipment.scan;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.quartermaster.equipment.reference.EquipmentType;
import org.quartermaster.equipment.reference.MachineStatus;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Sha256;

/**
 * Finds the machine behind a scan token. The directory is the one table that shows its rows without a tenant.
 * NB: an unknown token takes the same two steps as a revoked one or one of a deleted machine, so that neither the
 * answer nor its time tells them apart.
 */
@ApplicationScoped
class ScanDirectory {
    static final ProblemType NOT_FOUND = new ProblemType(404, "scan_not_found");

    private static final Caller NOBODY = new Caller("", Caller.SYSTEM, Set.of(), null, null);
    private static final String TENANT = "select tenant_id, equipment_id from scan_directory where token_hash = $1";
    private static final String MACHINE = """
            select e.tenant_id, e.equipment_id, s.token, e.name, e.name_ar, e.equipment_type, e.brand, e.model,
              e.status, p.photo_id
            from equipment e
            join scan_tokens s on s.tenant_id = e.tenant_id and s.equipment_id = e.equipment_id
            left join equipment_photos p on p.tenant_id = e.tenant_id and p.equipment_id = e.equipment_id
              and p.is_primary and p.deleted_at is null
            where e.equipment_id = $1 and s.token = $2 and s.revoked_at is null and e.deleted_at is null
            """;

    private final TenantDatabase database;

    @Inject
    ScanDirectory(TenantDatabase database) {
        this.database = database;
    }

    private record Place(String tenant, String equipmentId) {}

    /** The machine of a live token; all others are the same 404. */
    Uni<Scanned> find(String code) {
        return database.read(NOBODY, TENANT, Buffer.buffer(Sha256.of(code)))
                .map(ScanDirectory::place)
                .chain(place -> database.read(Caller.system(place.tenant), MACHINE, place.equipmentId, code))
                .map(ScanDirectory::machine);
    }

    private static Place place(RowSet<Row> rows) {
        for (var row : rows) {
            return new Place(row.getString("tenant_id"), row.getString("equipment_id"));
        }
        return new Place("", "");
    }

    private static Scanned machine(RowSet<Row> rows) {
        for (var row : rows) {
            return new Scanned(
                    row.getString("tenant_id"),
                    row.getString("equipment_id"),
                    row.getString("token"),
                    row.getString("name"),
                    row.getString("name_ar"),
                    Words.find(EquipmentType.class, row.getString("equipment_type"))
                            .orElseThrow(),
                    row.getString("brand"),
                    row.getString("model"),
                    Words.find(MachineStatus.class, row.getString("status")).orElseThrow(),
                    row.getString("photo_id"));
        }
        throw Problem.of(NOT_FOUND);
    }
}
