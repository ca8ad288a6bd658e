package org.quartermaster.equipment.track;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.quartermaster.equipment.machine.MachinePresence;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.TimeRange;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Caller;

/**
 * Reads the plausible positions of a machine in batches, so that a month of seconds needs no more memory than a day.
 */
@ApplicationScoped
class TrackReader {
    private static final int BATCH = 5_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String POSITIONS = """
            select recorded_at, sample_key, lat, lon from equipment_telemetry
            where equipment_id = $1 and recorded_at >= $2 and (recorded_at, sample_key) > ($2, $3) and recorded_at < $4
              and lat is not null and is_doubted(warnings, 'position') is not true
            order by recorded_at, sample_key limit $5
            """;

    private final TenantDatabase database;

    @Inject
    TrackReader(TenantDatabase database) {
        this.database = database;
    }

    /** How far the reading has come. */
    private static final class Progress {
        private OffsetDateTime recordedAt;
        private UUID sampleKey = BEFORE_ALL;
        private boolean done;

        private Progress(OffsetDateTime start) {
            recordedAt = start;
        }
    }

    /** Fills the track; 404 without the machine. */
    Uni<Track> read(Caller caller, MachinePresence machine, TimeRange range, Track track) {
        var progress = new Progress(range.start());
        return Multi.createBy()
                .repeating()
                .uni(() -> batch(caller, machine, range, progress).call(line -> HeavyWork.run(() -> add(track, line))))
                .whilst(line -> !progress.done)
                .collect()
                .last()
                .replaceWith(track);
    }

    private static Track add(Track track, Line line) {
        track.add(line);
        return track;
    }

    private Uni<Line> batch(Caller caller, MachinePresence machine, TimeRange range, Progress progress) {
        var query =
                Query.of(POSITIONS, machine.equipmentId(), progress.recordedAt, progress.sampleKey, range.end(), BATCH);
        return database.readAll(caller, List.of(machine.query(), query))
                .invoke(results -> MachineRepository.NOT_FOUND.require(results.get(0)))
                .map(results -> line(results.get(1), progress));
    }

    private static Line line(RowSet<Row> rows, Progress progress) {
        var line = new Line();
        for (var row : rows) {
            progress.recordedAt = row.getOffsetDateTime("recorded_at");
            progress.sampleKey = row.getUUID("sample_key");
            var at = ChronoUnit.MICROS.between(Instant.EPOCH, progress.recordedAt.toInstant());
            line.add(row.getDouble("lat"), row.getDouble("lon"), at);
        }
        progress.done = rows.size() < BATCH;
        return line;
    }
}
