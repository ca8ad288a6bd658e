package org.quartermaster.vehicle.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.vehicle.market.LotView;

/**
 * The bulk rule: what a load tells of single lots. One event for each lot with a material change, not of bids, up to a
 * bound; the first load of a source tells of none.
 */
@ApplicationScoped
class LotNews {
    private static final String FOUND = """
            with material as (
              select e.lot_id, min(case e.kind when 'reappeared' then 1 when 'disappeared' then 2 when 'relisted' then 3
                when 'status_change' then 4 when 'outcome' then 4 else 5 end) as kind
              from audit.lot_events e
              where e.file_id = ? and e.id > ? and (e.kind in ('reappeared', 'disappeared', 'relisted', 'status_change',
                  'outcome', 'date_change', 'vin_change') or jsonb_exists_any(e.changes, array['title_type', 'sale_type']))
                and exists (select from raw.csv_files f where f.source = ? and f.state = 'loaded' and f.file_id <> e.file_id)
              group by e.lot_id
            )
            select m.kind, cast(l.id as text), cast(%s as text), count(*) over ()
            from material m join vehicle.lots l on l.id = m.lot_id and not l.is_removed
            order by l.id limit ?
            """.formatted(LotView.JSON);
    private static final List<String> VERBS =
            List.of("reappeared", "disappeared", "relisted", "status_changed", "updated");

    private final ImportConfig config;
    private final DatabaseJson json;

    @Inject
    LotNews(ImportConfig config, DatabaseJson json) {
        this.config = config;
        this.json = json;
    }

    /**
     * What is to be told.
     *
     * @param found lots with a material change, told or not
     */
    record Told(long found, List<Change> changes) {
        /** How many there were and are sent, for the event of the import. */
        Map<String, Object> numbers() {
            return Map.of("lot_events", found, "lot_events_sent", changes.size());
        }
    }

    /** @param after the last event of the timeline that was told of before */
    Told of(Connection connection, RunOrder order, long after) throws SQLException {
        var found = new long[1];
        var changes = new ArrayList<Change>();
        Sql.query(
                connection,
                FOUND,
                row -> {
                    found[0] = row.getLong(4);
                    var lot = json.read(row.getString(3), LotView.class);
                    var verb = VERBS.get(row.getInt(1) - 1);
                    var extra = Map.<String, Object>of("import_id", order.id());
                    return changes.add(new Change("lot", row.getString(2), verb, lot, null, extra, null, false));
                },
                order.id(),
                after,
                order.source(),
                config.lotEventsMax());
        return new Told(found[0], changes);
    }
}
