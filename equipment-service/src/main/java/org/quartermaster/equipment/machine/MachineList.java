package org.quartermaster.equipment.machine;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.EquipmentType;
import org.quartermaster.equipment.reference.MachineStatus;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The list of machines with its filters, and the counts over all of them. */
@ApplicationScoped
public class MachineList {
    private static final SortKey ID = SortKey.of("equipment_id", "e.equipment_id", "text");
    private static final List<SortKey> SORTS = List.of(
            SortKey.of("name", "e.name_key", "text"),
            SortKey.of("created_at", "e.created_at", "timestamptz"),
            SortKey.of("updated_at", "e.updated_at", "timestamptz"),
            SortKey.nullable("year", "e.year", "int"),
            SortKey.nullable("current_hours", "e.current_hours", "numeric"),
            SortKey.nullable("next_maintenance_at", "e.next_maintenance_at", "timestamptz"),
            SortKey.nullable("last_seen_at", "e.last_seen_at", "timestamptz"));
    private static final int BATCH = 500;

    private static final String COUNTER = """
            select coalesce(sum(n), 0)::bigint from equipment_counts
            where (cardinality($1::text[]) = 0 or equipment_type = any ($1::text[]))
              and (cardinality($2::text[]) = 0 or status = any ($2::text[]))
            """;

    /** NB: the words are taken apart once, not for each row. */
    private static final String SHOWN = "e.search_text like all (cast((select search_patterns(?)) as text[]))";

    private static final String FOUND = "search_machines(?) e";

    /** NB: written so that the planner expects many matches, and walks along the order until the page is full. */
    private static final String AMONG_MANY = "case when " + SHOWN + " then true else false end";

    private static final String WITHIN = "in_box(e.current_lon, e.current_lat, ?, ?, ?, ?)";
    private static final String IN_BOX = "e.equipment_id in (select box_machine_ids(?, ?, ?, ?))";

    private static final String HAS_ALERT = "exists (select from equipment_alerts a where a.tenant_id = e.tenant_id"
            + " and a.equipment_id = e.equipment_id and a.state <> 'resolved')";

    private final TenantDatabase database;

    @Inject
    MachineList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<MachineView>> find(Caller caller, Fields query) {
        var list = new ListQuery("equipment", MachineRepository.SELECT, MachineRepository.FROM);
        filter(caller, query, list);
        list.page(query).sort(query, SORTS, "name", ID);
        return list.run(database, caller, query, row -> MachineView.of(MachineRepository.read(row)));
    }

    /** All machines of the filter in batches, by id. Refuses unknown or wrong parameters at once. */
    public Multi<List<MachineView>> all(Caller caller, Fields query) {
        var list = new ListQuery("equipment export", "e.*", MachineRepository.FROM);
        filter(caller, query, list);
        query.checkQuery();
        return list.order(List.of(), ID).stream(
                database, caller, BATCH, row -> MachineView.of(MachineRepository.read(row)));
    }

    /** The keys of the metadata of all machines of the filter, at most the given number. */
    public Uni<List<String>> metadataKeys(Caller caller, Fields query, int max) {
        var list = new ListQuery(
                "equipment metadata",
                "distinct k.name",
                MachineRepository.FROM + " cross join lateral jsonb_object_keys(e.metadata) as k (name)");
        filter(caller, query, list);
        return database.readAll(caller, List.of(list.all(" order by k.name limit " + max)))
                .map(results -> StreamSupport.stream(results.get(0).spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }

    private static void filter(Caller caller, Fields query, ListQuery list) {
        var deleted = MachinePresence.withDeleted(caller, query);
        if (!deleted) {
            list.whereAlways("e.deleted_at is null");
        }
        var types = query.words("equipment_type", EquipmentType.class);
        var statuses = query.words("status", MachineStatus.class);
        list.words("e.equipment_type", types).words("e.status", statuses);
        var counted = list.conditions();
        narrow(query, list, deleted);
        if (!deleted && list.conditions() == counted) {
            list.countedBy(Query.of(COUNTER, array(types), array(statuses)));
        }
    }

    /** The filters that the counters know nothing of. */
    private static void narrow(Fields query, ListQuery list, boolean deleted) {
        list.words("e.due_stage", query.words("due_stage", DueStage.class));
        for (var column : List.of("field_id", "brand", "model")) {
            query.text(column, 0, 100).to(value -> list.where("e." + column + " = ?", value));
        }
        query.text("vin", 0, 17).to(vin -> list.where("e.vin_key = ?", MachineNames.key(vin)));
        query.text("q", 0, 200).to(q -> search(list, deleted, q));
        query.time("updated_since").to(since -> list.where("e.updated_at >= ?", since.atOffset(ZoneOffset.UTC)));
        query.bool("has_open_alert").to(open -> list.where((open ? "" : "not ") + HAS_ALERT));
        box(query, list, deleted);
    }

    /** NB: the indexes hold no deleted machines. */
    private static void search(ListQuery list, boolean deleted, String q) {
        if (deleted) {
            list.where(SHOWN, q);
        } else {
            list.whereFound(FOUND, AMONG_MANY, q);
        }
    }

    private static String[] array(List<? extends Enum<?>> words) {
        return words.stream().map(Words::of).toArray(String[]::new);
    }

    /** {@code bbox=minLon,minLat,maxLon,maxLat}; minLon above maxLon crosses the antimeridian (RFC 7946, 5.2). */
    private static void box(Fields query, ListQuery list, boolean deleted) {
        query.text("bbox", 0, 200).to(text -> {
            var corners = Box.read(query, text);
            if (corners != null && deleted) {
                list.where(WITHIN, (Object[]) corners);
            } else if (corners != null) {
                list.whereIndexed(IN_BOX, WITHIN, (Object[]) corners);
            }
        });
    }

    Uni<Stats> stats(Caller caller) {
        return database.readAll(caller, List.of(Query.of("""
                                        select equipment_type, status, sum(n)::bigint as n,
                                          sum(n_with_position)::bigint as with_position,
                                          sum(n_due_soon)::bigint as due_soon, sum(n_overdue)::bigint as overdue
                                        from equipment_counts group by equipment_type, status having sum(n) > 0
                                        order by equipment_type, status
                                        """), Query.of("""
                                        select count(*) as open, count(*) filter (where is_overdue) as overdue
                                        from equipment_alerts where state <> 'resolved'
                                        """)))
                .map(results -> stats(results.get(0), results.get(1).iterator().next()));
    }

    private static Stats stats(RowSet<Row> counts, Row alerts) {
        var stats = new Stats.Sum();
        counts.forEach(stats::add);
        return stats.with(alerts.getLong("open"), alerts.getLong("overdue"));
    }
}
