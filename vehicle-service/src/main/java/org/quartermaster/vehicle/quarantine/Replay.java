package org.quartermaster.vehicle.quarantine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.vehicle.feed.FeedHeader;
import org.quartermaster.vehicle.feed.FeedRecord;
import org.quartermaster.vehicle.feed.RowVerdict;
import org.quartermaster.vehicle.imports.FeedSetting;
import org.quartermaster.vehicle.load.Effect;
import org.quartermaster.vehicle.load.GateRule;
import org.quartermaster.vehicle.load.Load;
import org.quartermaster.vehicle.load.LoadOrder;
import org.quartermaster.vehicle.market.ChangedLots;

/** Reads records of one file again and loads those that can be used now, as if they had been in it. Blocking. */
@ApplicationScoped
class Replay {
    /** The load tells of each record anew; where it stood in the file is kept. */
    private static final String FORGET = """
            delete from raw.rows r using raw.csv_files f
            where f.file_id = ? and r.file_id = f.file_id and r.ingested_at = f.ingested_at and r.row_no = any (?)
            returning r.row_no, r.byte_offset, r.byte_length
            """;

    private final QuarantineRows rows;
    private final FeedSetting setting;
    private final ChangedLots lots;
    private final ObjectMapper json;

    @Inject
    Replay(QuarantineRows rows, FeedSetting setting, ChangedLots lots, ObjectMapper json) {
        this.rows = rows;
        this.setting = setting;
        this.lots = lots;
        this.json = json;
    }

    /** Where a record stood in its file. */
    private record Place(long offset, int length) {
        static final Place FORGOTTEN = new Place(0, 0);
    }

    /**
     * Replays within the caller's transaction, which holds the source and the records.
     *
     * @param records of one file that is loaded, all of them open
     * @return what became of those that were applied
     */
    List<Effect> run(SystemWrites.Unit unit, String by, List<QuarantinedRecord> records) throws SQLException {
        var origin = records.get(0).origin();
        var header = records.get(0).header();
        var rereading = new Rereading(header, setting.of(unit.connection(), origin.snapshotAt()));
        var usable = new LinkedHashMap<QuarantinedRecord, FeedRecord>();
        for (var record : records) {
            var read = rereading.read(record);
            if (read.verdict() == RowVerdict.QUARANTINE) {
                rows.leaveOpen(unit.connection(), record.id(), read);
            } else {
                usable.put(record, read);
            }
        }
        return usable.isEmpty() ? List.of() : apply(unit, by, header, usable);
    }

    private List<Effect> apply(
            SystemWrites.Unit unit, String by, FeedHeader header, Map<QuarantinedRecord, FeedRecord> usable)
            throws SQLException {
        var connection = unit.connection();
        var origin = usable.keySet().iterator().next().origin();
        var order = LoadOrder.replay(origin.fileId(), origin.source(), origin.snapshotAt());
        var numbers = usable.values().stream()
                .map(read -> order.number(read.lot().lotExternalId))
                .toList();
        var before = lots.read(connection, numbers);
        var places = places(connection, usable.keySet().stream().toList());
        var load = new Load(connection, order, GateRule.NONE, header, json);
        for (var each : usable.entrySet()) {
            var place = places.getOrDefault(each.getKey().rowNo(), Place.FORGOTTEN);
            load.add(placed(each.getKey(), place, each.getValue()));
        }
        load.merge();
        var effects = load.effects();
        close(connection, by, usable, effects);
        unit.changes()
                .addAll(ChangedLots.between(
                        before, lots.read(connection, numbers), Map.of("import_id", origin.fileId())));
        return effects;
    }

    private Map<Integer, Place> places(Connection connection, List<QuarantinedRecord> records) throws SQLException {
        var places = new HashMap<Integer, Place>();
        Sql.query(
                connection,
                FORGET,
                row -> places.put(row.getInt(1), new Place(row.getLong(2), row.getInt(3))),
                records.get(0).origin().fileId(),
                records.stream().map(QuarantinedRecord::rowNo).toArray(Integer[]::new));
        return places;
    }

    private static FeedRecord placed(QuarantinedRecord record, Place place, FeedRecord read) {
        return new FeedRecord(
                record.rowNo(),
                record.lineNo(),
                place.offset(),
                place.length(),
                read.verdict(),
                read.findings(),
                read.lot(),
                read.cells(),
                read.rawText());
    }

    private void close(
            Connection connection, String by, Map<QuarantinedRecord, FeedRecord> usable, List<Effect> effects)
            throws SQLException {
        var ids = new HashMap<Integer, Long>();
        usable.keySet().forEach(record -> ids.put(record.rowNo(), record.id()));
        for (var effect : effects) {
            rows.close(connection, ids.get(effect.rowNo()), effect, by);
        }
    }
}
