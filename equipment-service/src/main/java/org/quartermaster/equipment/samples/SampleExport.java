package org.quartermaster.equipment.samples;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestMulti;
import org.quartermaster.equipment.machine.MachinePresence;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.TimeRange;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Caller;

/**
 * A whole range of samples as CSV (RFC 4180). Each batch is a transaction of its own and is read when the client has
 * taken the one before, so neither memory nor a connection is held for a slow client, and nothing for one that left.
 */
@ApplicationScoped
class SampleExport {
    private static final int BATCH = 2_000;
    private static final String BEYOND = " and t.recorded_at %s= $4 and (t.recorded_at, t.sample_key) %s ($4, $5)";
    private static final Map<String, List<String>> HEADERS = Map.of(
            "Content-Type",
            List.of("text/csv;charset=UTF-8"),
            "Content-Disposition",
            List.of("attachment; filename=\"telemetry.csv\""));
    private static final List<String> HEADER = List.of(
            "recorded_at",
            "received_at",
            "sample_key",
            "source",
            "batch_id",
            "fuel_percent",
            "hours",
            "total_hours",
            "km",
            "total_km",
            "lat",
            "lon",
            "accuracy_m",
            "altitude_m",
            "speed_kmh",
            "heading_deg",
            "engine_on",
            "measures",
            "warnings");

    private final TenantDatabase database;

    @Inject
    SampleExport(TenantDatabase database) {
        this.database = database;
    }

    /** Where the export stands. */
    private record Place(OffsetDateTime recordedAt, UUID sampleKey) {}

    RestMulti<String> stream(Caller caller, MachinePresence machine, TimeRange range, Order order) {
        var place = new AtomicReference<Place>();
        var first = database.readAll(caller, List.of(machine.query(), batch(machine, range, order, null)))
                .invoke(results -> MachineRepository.NOT_FOUND.require(results.get(0)))
                .map(results -> rows(results.get(1), place));
        Uni<List<Row>> next = Uni.createFrom()
                .deferred(() -> database.readAll(caller, List.of(batch(machine, range, order, place.get())))
                        .map(results -> rows(results.get(0), place)));
        return RestMulti.fromUniResponse(
                first,
                rows -> Multi.createBy().concatenating().streams(chunk(rows, true), following(rows, next)),
                rows -> HEADERS);
    }

    private static Multi<String> following(List<Row> before, Uni<List<Row>> next) {
        return before.size() < BATCH
                ? Multi.createFrom().empty()
                : Multi.createBy()
                        .repeating()
                        .uni(() -> next)
                        .whilst(rows -> rows.size() == BATCH)
                        .onItem()
                        .transformToMultiAndConcatenate(rows -> chunk(rows, false));
    }

    private static Multi<String> chunk(List<Row> rows, boolean withHeader) {
        return HeavyWork.run(() -> csv(rows, withHeader)).toMulti();
    }

    private static Query batch(MachinePresence machine, TimeRange range, Order order, Place place) {
        var way = order == Order.NEWEST ? " desc" : "";
        var sign = order == Order.NEWEST ? "<" : ">";
        var beyond = place == null ? "" : BEYOND.formatted(sign, sign);
        var sql = "select " + SampleView.SELECT + " from " + SampleView.FROM
                + " where t.equipment_id = $1 and t.recorded_at >= $2 and t.recorded_at < $3" + beyond
                + " order by t.recorded_at" + way + ", t.sample_key" + way + " limit " + BATCH;
        return place == null
                ? Query.of(sql, machine.equipmentId(), range.start(), range.end())
                : Query.of(sql, machine.equipmentId(), range.start(), range.end(), place.recordedAt, place.sampleKey);
    }

    private static List<Row> rows(RowSet<Row> found, AtomicReference<Place> place) {
        var rows = StreamSupport.stream(found.spliterator(), false).toList();
        if (!rows.isEmpty()) {
            var last = rows.get(rows.size() - 1);
            place.set(new Place(last.getOffsetDateTime("recorded_at"), last.getUUID("sample_key")));
        }
        return rows;
    }

    private static String csv(List<Row> rows, boolean withHeader) throws IOException {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            if (withHeader) {
                csv.writeRecord(HEADER);
            }
            rows.forEach(row ->
                    csv.writeRecord(HEADER.stream().map(name -> cell(row, name)).toList()));
        }
        return text.toString();
    }

    private static String cell(Row row, String name) {
        var value = row.getValue(name);
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        return value instanceof String[] words ? String.join(" ", words) : Objects.toString(value, "");
    }
}
