package org.quartermaster.vehicle.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.db.CopyLine;
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
 * Sends records to the database: whole, or their key alone where a lot says the same already. What was wrong about the
 * latter is sent whole later.
 */
final class Sending {
    private final Connection connection;
    private final LoadOrder order;
    private final FeedHeader header;
    private final CopyLine line;
    private final CopyRows whole;
    private final CopyRows repeated;
    private Known known;
    private Again again;

    Sending(Connection connection, LoadOrder order, FeedHeader header, ObjectMapper json) {
        this.connection = connection;
        this.order = order;
        this.header = header;
        this.line = new CopyLine(connection);
        this.whole = new CopyRows(line, Judging.COPY, json);
        this.repeated = new CopyRows(line, Judging.COPY_REPEATED, json);
    }

    /** Spares the database what it knows, given a way to read records once more. */
    void spare(Again source) throws SQLException {
        again = source;
        known = Known.of(connection);
    }

    /** Sends one record; the codes that it has by itself. */
    List<String> send(FeedRecord record) throws SQLException {
        var codes = said(record).stream()
                .map(Finding::code)
                .distinct()
                .map(Words::of)
                .toList();
        if (known != null && record.verdict() == RowVerdict.OK && known.take(record.lot())) {
            sendKey(record, codes);
        } else {
            sendWhole(record, codes);
        }
        return codes;
    }

    private void sendKey(FeedRecord record, List<String> codes) throws SQLException {
        var lot = record.lot();
        repeated.add(record.rowNo())
                .add(record.lineNo())
                .add(record.byteOffset())
                .add(record.byteLength())
                .add(codes)
                .addJson(findings(record))
                .add(order.number(lot.lotExternalId))
                .add(lot.vin)
                .add(lot.vinKind)
                .add(lot.sourceUpdatedAt)
                .add(lot.rowHash)
                .endRow();
    }

    private void sendWhole(FeedRecord record, List<String> codes) throws SQLException {
        whole.add(record.rowNo())
                .add(record.lineNo())
                .add(record.byteOffset())
                .add(record.byteLength())
                .add(Words.of(record.verdict()))
                .add(codes)
                .addJson(findings(record))
                .add(record.rawText())
                .addJson(payload(record));
        var lot = record.lot() == null ? nameOnly(record) : record.lot();
        for (var field : LotColumns.FIELDS) {
            whole.add(value(field, lot));
        }
        whole.endRow();
    }

    /** Ends the sending, so that the connection is free for statements. */
    void end() throws SQLException {
        whole.send();
        repeated.send();
        line.end();
        // It has served; the merge takes long.
        known = null;
    }

    void cancel() throws SQLException {
        line.cancel();
    }

    /** Sends the records whole of which more than their key is wanted after all. */
    void complete() throws SQLException {
        for (var places = wanted(); !places.isEmpty(); places = wanted()) {
            for (var place : places) {
                send(read(place));
            }
            end();
            Object rows = places.stream().map(Again.Place::rowNo).toArray(Integer[]::new);
            Sql.update(connection, Judging.NOT_REPEATED, rows);
        }
    }

    private List<Again.Place> wanted() throws SQLException {
        return Sql.query(
                connection,
                Judging.WANTED,
                row -> new Again.Place(row.getInt(1), row.getInt(2), row.getLong(3), row.getInt(4)));
    }

    private FeedRecord read(Again.Place place) {
        try {
            return again.read(place);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
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
        return said.isEmpty() ? null : said.stream().map(Sending::finding).toList();
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
}
