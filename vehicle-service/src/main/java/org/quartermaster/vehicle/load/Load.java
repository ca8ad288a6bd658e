package org.quartermaster.vehicle.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.CopyRows;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.Words;
import org.quartermaster.vehicle.feed.Column;
import org.quartermaster.vehicle.feed.FeedHeader;
import org.quartermaster.vehicle.feed.FeedRecord;
import org.quartermaster.vehicle.feed.Finding;
import org.quartermaster.vehicle.feed.LotValues;
import org.quartermaster.vehicle.feed.RowVerdict;

/**
 * One load within the caller's transaction: first every record is added, then all are merged at once. What the caller
 * rolls back leaves nothing.
 */
public final class Load {
    private final Connection connection;
    private final LoadOrder order;
    private final GateRule gateRule;
    private final FeedHeader header;
    private final CopyRows rows;
    private long read;
    private long quarantined;

    /** Makes the tables of the load and waits for records. */
    public Load(Connection connection, LoadOrder order, GateRule gateRule, FeedHeader header, ObjectMapper json)
            throws SQLException {
        this.connection = connection;
        this.order = order;
        this.gateRule = gateRule;
        this.header = header;
        order.begin(connection);
        this.rows = new CopyRows(connection, Judging.COPY, json);
    }

    /** What the merge did, and what it concluded from absence; no gate where the file was refused. */
    public record Result(Counts counts, Gate gate) {}

    public long read() {
        return read;
    }

    public long quarantined() {
        return quarantined;
    }

    /** Sends one record to the database. */
    public void add(FeedRecord line) throws SQLException {
        read++;
        quarantined += line.verdict() == RowVerdict.QUARANTINE ? 1 : 0;
        rows.add(line.rowNo())
                .add(line.lineNo())
                .add(line.byteOffset())
                .add(line.byteLength())
                .add(Words.of(line.verdict()))
                .add(said(line).stream()
                        .map(Finding::code)
                        .distinct()
                        .map(Words::of)
                        .toList())
                .addJson(findings(line))
                .add(line.rawText())
                .addJson(payload(line));
        var lot = line.lot() == null ? nameOnly(line) : line.lot();
        for (var field : LotColumns.FIELDS) {
            rows.add(value(field, lot));
        }
        rows.endRow();
    }

    private Object value(Field field, LotValues lot) {
        try {
            return field.getName().equals(LotColumns.NUMBER) ? order.number(lot.lotExternalId) : field.get(lot);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The lot that a record in quarantine speaks of, as far as it says so. */
    private LotValues nameOnly(FeedRecord line) {
        var lot = new LotValues();
        if (line.cells() != null && line.cells().size() == header.names().size()) {
            lot.lotExternalId = header.value(line.cells(), Column.LOT_NUMBER);
            lot.vinRaw = header.value(line.cells(), Column.VIN);
        }
        return lot;
    }

    /** Of a record that is not applied, the reasons alone; nothing else about it has an effect. */
    private static List<Finding> said(FeedRecord line) {
        return line.verdict() != RowVerdict.QUARANTINE
                ? line.findings()
                : line.findings().stream()
                        .filter(finding -> finding.code().verdict() == RowVerdict.QUARANTINE)
                        .toList();
    }

    private static List<Map<String, Object>> findings(FeedRecord line) {
        var said = said(line);
        return said.isEmpty() ? null : said.stream().map(Load::finding).toList();
    }

    private static Map<String, Object> finding(Finding finding) {
        var json = new LinkedHashMap<String, Object>();
        json.put("code", Words.of(finding.code()));
        json.put("field", finding.field());
        json.put("arguments", finding.arguments());
        return json;
    }

    /** The values by the names of the header, where something is odd about them or some have no column. */
    private Map<String, String> payload(FeedRecord line) {
        var isOdd = line.verdict() != RowVerdict.OK || !header.unknown().isEmpty();
        if (!isOdd
                || line.cells() == null
                || line.cells().size() != header.names().size()) {
            return null;
        }
        var values = new LinkedHashMap<String, String>();
        for (var place = 0; place < line.cells().size(); place++) {
            values.put(header.names().get(place), line.cells().get(place));
        }
        return values;
    }

    /** What became of each record that was merged, in the transaction of the merge. */
    public List<Effect> effects() throws SQLException {
        return Effect.all(connection);
    }

    /** Ends the sending after a failure, so that the connection can be rolled back. */
    public void cancel() throws SQLException {
        rows.cancel();
    }

    /** Keeps the records that cannot be used, and nothing else, of a file with too many of them. */
    public Result refuse() throws SQLException {
        rows.end();
        keepQuarantine();
        return new Result(new Tally(connection).of(read, quarantined), null);
    }

    /** Merges all that was added. */
    public Result merge() throws SQLException {
        return merge(() -> {});
    }

    /**
     * Merges all that was added.
     *
     * @param beforeStep is called before each of its steps, and may end it by an exception
     */
    public Result merge(Runnable beforeStep) throws SQLException {
        rows.end();
        beforeStep.run();
        Sql.update(connection, Judging.ANALYZE);
        if (order.isReplay()) {
            Precedence.restore(connection);
        }
        Sql.update(connection, Judging.DECIDED);
        Sql.update(connection, Judging.ANALYZE_DECIDED);
        beforeStep.run();
        var tally = new Tally(connection);
        tally.relisted = Sql.update(connection, Judging.RELISTED);
        Sql.update(connection, Judging.FLAGGED);
        tally.vehicles = Merging.run(connection);
        beforeStep.run();
        var gate = gate(tally.of(read, quarantined));
        conclude(tally, gate);
        beforeStep.run();
        keep();
        keepQuarantine();
        var counts = tally.of(read, quarantined);
        if (counts.isMaterial()) {
            Merging.settle(connection);
        }
        beforeStep.run();
        return new Result(counts, gate);
    }

    private Gate gate(Counts counts) throws SQLException {
        var at = Columns.time(order.snapshotAt());
        return Sql.query(
                        connection,
                        Absence.HISTORY,
                        row -> Gate.decide(
                                gateRule,
                                order.isSnapshot(),
                                !row.getBoolean(1),
                                !header.drift() || header.missing().isEmpty(),
                                row.getObject(2) == null ? null : Math.round(row.getDouble(2)),
                                counts),
                        at,
                        order.source(),
                        gateRule.baselineSnapshots(),
                        order.source())
                .get(0);
    }

    private void conclude(Tally tally, Gate gate) throws SQLException {
        Sql.update(connection, Absence.NEWER);
        Sql.update(connection, Absence.GONE_SINCE);
        Sql.update(connection, Absence.FOLLOW_RETURNED);
        Sql.update(connection, Absence.RETURNED);
        tally.reappeared = Sql.update(connection, Absence.LIST_AGAIN);
        Sql.update(connection, Absence.SUPERSEDE);
        Sql.update(connection, Absence.TELL_RETURNED);
        if (gate.isOpen() || gate.mayOpenLater()) {
            Sql.update(connection, Absence.ABSENT);
        }
        if (gate.mayOpenLater()) {
            Sql.update(connection, Absence.KEEP);
        }
        if (gate.isOpen()) {
            Sql.update(connection, Absence.FOLLOW_GONE);
            tally.disappeared = Sql.update(connection, Absence.GONE);
            tally.outcomes = Outcomes.conclude(connection, order.source(), order.snapshotAt(), order.fileId());
        }
    }

    private void keep() throws SQLException {
        Sql.update(connection, Report.ROWS);
        Sql.update(connection, Report.VIN_CONFLICTS);
        Sql.update(connection, Report.MAKE_CONFLICTS);
        Sql.update(connection, Report.UPSERT_CONFLICTS);
        Sql.update(connection, Report.UNKNOWN_VALUES);
    }

    private void keepQuarantine() throws SQLException {
        Sql.update(connection, Report.QUARANTINED_ROWS);
        Sql.update(connection, Report.QUARANTINE);
    }
}
