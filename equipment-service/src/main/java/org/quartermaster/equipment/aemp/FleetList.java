package org.quartermaster.equipment.aemp;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.quartermaster.equipment.aemp.Fleet.Link;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.scan.ScanConfig;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;

/**
 * Machines as snapshots, by page in the order of their ids, which never change and grow with time: a new machine moves
 * none of the pages before it.
 */
@ApplicationScoped
class FleetList {
    /** Of ISO/TS 15143-3. */
    static final int PAGE = 100;

    /**
     * NB: whether the engine runs stands in the samples alone; those of the last day are looked at, so that a page has
     * its price. Lateral, or the planner would read the meters of all machines.
     */
    private static final String SNAPSHOTS = """
            left join lateral (
              select k.last_reading_at from equipment_meters k
              where k.tenant_id = e.tenant_id and k.equipment_id = e.equipment_id
                and k.kind = 'km' and k.removed_at is null limit 1) m on true
            left join lateral (
              select t.engine_on, t.recorded_at from equipment_telemetry t
              where t.tenant_id = e.tenant_id and t.equipment_id = e.equipment_id and t.engine_on is not null
                and t.recorded_at >= e.recent and t.recorded_at <= e.last_sample_at
              order by t.recorded_at desc limit 1) s on true
            """;

    private static final String MACHINES = """
            select tenant_id, equipment_id, brand, model, serial_number, vin, version, created_at, updated_at,
              current_lat, current_lon, current_position_at, current_hours, current_hours_at, current_km,
              current_fuel_percent, current_fuel_at, last_sample_at, last_sample_at - interval '1 day' as recent
            from equipment where deleted_at is null
            """;

    /** NB: only ids are skipped, in their index; a limit that the planner knows keeps it from reading all machines. */
    private static final String ALL = """
            select c.total, e.*, m.last_reading_at as km_at, s.engine_on, s.recorded_at as engine_at
            from (select coalesce(sum(n), 0)::bigint as total from equipment_counts) c
            left join (
              select equipment_id from equipment where deleted_at is null
              order by equipment_id offset $1 limit %d) page on true
            left join lateral (%s and equipment_id = page.equipment_id limit 1) e on true
            %s order by e.equipment_id
            """.formatted(PAGE, MACHINES, SNAPSHOTS);

    private static final String ONE = """
            select e.*, m.last_reading_at as km_at, s.engine_on, s.recorded_at as engine_at
            from (%s and equipment_id = $1 limit 1) e
            %s
            """.formatted(MACHINES, SNAPSHOTS);

    private final TenantDatabase database;
    private final ScanConfig config;

    @Inject
    FleetList(TenantDatabase database, ScanConfig config) {
        this.database = database;
        this.config = config;
    }

    /** A page of the fleet, from 1; 404 past the last one. */
    Uni<Fleet> page(Caller caller, int page) {
        return database.read(caller, ALL, (page - 1L) * PAGE).map(rows -> fleet(rows, page));
    }

    private Fleet fleet(RowSet<Row> rows, int page) {
        var last = Math.max(1, (rows.iterator().next().getLong("total") + PAGE - 1) / PAGE);
        if (page > last) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        var machines = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getString("equipment_id") != null)
                .map(Equipment::of)
                .toList();
        return new Fleet(Fleet.VERSION, Instant.now(), links(page, last), machines);
    }

    private List<Link> links(long page, long last) {
        var links = new ArrayList<Link>();
        links.add(link("self", page));
        if (page > 1) {
            links.add(link("prev", page - 1));
        }
        if (page < last) {
            links.add(link("next", page + 1));
        }
        links.add(link("last", last));
        return links;
    }

    private Link link(String rel, long page) {
        return new Link(rel, config.publicUrl().replaceFirst("/+$", "") + AempResource.PATH + "/Fleet/" + page);
    }

    /** The row of one machine, for {@link Equipment#whole}. */
    Uni<Row> one(Caller caller, String id) {
        return database.read(caller, ONE, id).map(rows -> {
            if (rows.size() == 0) {
                throw Problem.of(MachineRepository.NOT_FOUND);
            }
            return rows.iterator().next();
        });
    }
}
