package org.quartermaster.equipment.label;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.scan.ScanConfig;
import org.quartermaster.equipment.scan.ScanToken;
import org.quartermaster.equipment.scan.ScanTokens;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Caller;

/** What labels of machines say. */
@ApplicationScoped
class LabelSource {
    private static final String MACHINES = """
            select equipment_id, name, name_ar, serial_number, qr_code, version from equipment
            where equipment_id = any ($1) and deleted_at is null
            """;

    private final TenantDatabase database;
    private final ScanTokens tokens;
    private final ScanConfig config;

    @Inject
    LabelSource(TenantDatabase database, ScanTokens tokens, ScanConfig config) {
        this.database = database;
        this.tokens = tokens;
        this.config = config;
    }

    Uni<LabelContent> ofMachine(Caller caller, String id) {
        return ofMachines(caller, List.of(id)).map(found -> {
            if (found.isEmpty()) {
                throw Problem.of(MachineRepository.NOT_FOUND);
            }
            return found.get(id);
        });
    }

    /** Labels by the ids of their machines, without those that are unknown or deleted. */
    Uni<Map<String, LabelContent>> ofMachines(Caller caller, List<String> ids) {
        return tokens.ofMachines(caller, ids)
                .chain(known -> database.read(caller, MACHINES, (Object) ids.toArray(String[]::new))
                        .map(rows -> read(rows, known)));
    }

    private Map<String, LabelContent> read(RowSet<Row> rows, Map<String, ScanToken> known) {
        var found = new HashMap<String, LabelContent>();
        for (var row : rows) {
            var id = row.getString("equipment_id");
            if (known.containsKey(id)) {
                found.put(
                        id,
                        new LabelContent(
                                row.getString("name"),
                                row.getString("name_ar"),
                                row.getString("serial_number"),
                                row.getString("qr_code"),
                                known.get(id).url(config),
                                row.getLong("version")));
            }
        }
        return found;
    }
}
