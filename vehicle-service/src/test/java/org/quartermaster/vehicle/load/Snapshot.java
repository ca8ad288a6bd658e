package org.quartermaster.vehicle.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.vehicle.VehicleDatabase;
import org.quartermaster.vehicle.feed.Code;
import org.quartermaster.vehicle.feed.FeedHeader;
import org.quartermaster.vehicle.feed.FeedRecord;
import org.quartermaster.vehicle.feed.Finding;
import org.quartermaster.vehicle.feed.LotValues;
import org.quartermaster.vehicle.feed.RowVerdict;

/** A small snapshot of a feed of its own, written for tests and loaded as a file would be. */
final class Snapshot {
    private static final FeedHeader HEADER = new FeedHeader(
            FeedHeader.Variant.COPART_59_WHOLESALE,
            List.of("VIN"),
            List.of(),
            new EnumMap<>(org.quartermaster.vehicle.feed.Column.class),
            List.of(),
            List.of(),
            Map.of());

    private static final GateRule RULE = new GateRule(0.01, 0.9, 5);

    private final String source;
    private final Instant at;
    private final List<FeedRecord> records = new ArrayList<>();
    private boolean isPartial;

    Snapshot(String source, String at) {
        this.source = source;
        this.at = Instant.parse(at);
    }

    Snapshot partial() {
        isPartial = true;
        return this;
    }

    Snapshot lot(String number, String vin, String updated, Consumer<LotValues> more) {
        var lot = new LotValues();
        lot.lotExternalId = number;
        lot.vin = vin;
        lot.vinRaw = vin;
        lot.vinKind = vin == null ? "missing" : "vin17";
        lot.status = "active";
        lot.auctionDate = java.time.LocalDate.parse("2026-05-01");
        lot.auctionDatetimeUtc = Instant.parse("2026-05-01T15:00:00Z");
        lot.make = "HONDA";
        more.accept(lot);
        lot.sourceUpdatedAt = null;
        lot.rowHash = hash(lot);
        lot.sourceUpdatedAt = Instant.parse(updated);
        records.add(new FeedRecord(
                records.size() + 2, records.size() + 2, 0, 0, RowVerdict.OK, List.of(), lot, List.of(), null));
        return this;
    }

    Snapshot lot(String number, String vin, String updated) {
        return lot(number, vin, updated, lot -> {});
    }

    Snapshot unreadable(String text) {
        records.add(new FeedRecord(
                records.size() + 2,
                records.size() + 2,
                0,
                0,
                RowVerdict.QUARANTINE,
                List.of(new Finding(Code.BAD_NUMBER, "Odometer", List.of(text))),
                null,
                null,
                text));
        return this;
    }

    private static UUID hash(LotValues lot) {
        try {
            var text = new StringBuilder();
            for (var field : LotColumns.FIELDS) {
                text.append(field.get(lot)).append('|');
            }
            return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What happens between the merge and the commit. */
    @FunctionalInterface
    interface Meanwhile {
        void run() throws SQLException;
    }

    Load.Result load() throws SQLException {
        return load(() -> {});
    }

    Load.Result load(Meanwhile meanwhile) throws SQLException {
        try (var connection = VehicleDatabase.system()) {
            connection.setAutoCommit(false);
            var file = UUID.randomUUID();
            Sql.update(
                    connection,
                    "insert into raw.csv_files (file_id, sha256, bytes, source, snapshot_at, state, mode)"
                            + " values (?, ?, 1, ?, ?, 'loaded', ?)",
                    file,
                    (file + "" + file).replace("-", ""),
                    source,
                    Columns.time(at),
                    "partial");
            var load = new Load(
                            connection, new LoadOrder(file, source, at, !isPartial), RULE, HEADER, new ObjectMapper())
                    .sparing(place -> records.get(place.rowNo() - 2));
            for (var line : records) {
                load.add(line);
            }
            var result = load.merge();
            Sql.update(
                    connection,
                    "update raw.csv_files set mode = ? where file_id = ?",
                    isPartial ? "partial" : "snapshot",
                    file);
            Sql.update(
                    connection,
                    "insert into audit.etl_runs (run_id, file_id, status, counts) values (?, ?, 'completed', cast(? as jsonb))",
                    UUID.randomUUID(),
                    file,
                    "{\"read\": %d, \"quarantined\": %d}"
                            .formatted(result.counts().read(), result.counts().quarantined()));
            meanwhile.run();
            connection.commit();
            return result;
        }
    }
}
