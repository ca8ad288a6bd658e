package org.quartermaster.vehicle.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.vehicle.feed.FeedHeader;
import org.quartermaster.vehicle.feed.FeedRecord;
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
    private final Sending records;
    private final Tally tally = new Tally();
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
        this.records = new Sending(connection, order, header, json);
    }

    /** Before the first record: sends of those that their lots repeat no more than the key, and is as exact. */
    public Load sparing(Again again) throws SQLException {
        records.spare(again);
        return this;
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
        tally.add(line, records.send(line));
    }

    /** What became of each record that was merged, in the transaction of the merge. */
    public List<Effect> effects() throws SQLException {
        return Effect.all(connection);
    }

    /** Ends the sending after a failure, so that the connection can be rolled back. */
    public void cancel() throws SQLException {
        records.cancel();
    }

    /** Keeps the records that cannot be used, and nothing else, of a file with too many of them. */
    public Result refuse() throws SQLException {
        records.end();
        keepQuarantine();
        return new Result(tally.of(read, quarantined), null);
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
        records.end();
        beforeStep.run();
        judge();
        beforeStep.run();
        tally.vehicles = Merging.run(connection, tally);
        beforeStep.run();
        var gate = gate(tally.of(read, quarantined));
        conclude(gate);
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

    private void judge() throws SQLException {
        Sql.update(connection, Judging.ANALYZE);
        if (order.isReplay()) {
            Precedence.restore(connection);
        }
        Sql.update(connection, Judging.DECIDED);
        Sql.update(connection, Judging.ANALYZE_DECIDED);
        tally.relisted = Sql.update(connection, Judging.RELISTED);
        Sql.update(connection, Judging.FLAGGED);
        tally.judge(connection);
        if (tally.isMoreWanted()) {
            records.complete();
        }
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

    private void conclude(Gate gate) throws SQLException {
        Sql.update(connection, Absence.NEWER);
        if (tally.has("inserted") && isThereNewer()) {
            Sql.update(connection, Absence.GONE_SINCE);
        }
        if (tally.hasGone()) {
            listAgain();
        }
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

    private boolean isThereNewer() throws SQLException {
        return Sql.query(connection, "select exists (select from newer)", row -> row.getBoolean(1))
                .get(0);
    }

    private void listAgain() throws SQLException {
        Sql.update(connection, Absence.FOLLOW_RETURNED);
        Sql.update(connection, Absence.RETURNED);
        tally.reappeared =
                Sql.query(connection, Absence.LIST_AGAIN, row -> row.getLong(1)).get(0);
        Sql.update(connection, Absence.SUPERSEDE);
        Sql.update(connection, Absence.TELL_RETURNED);
    }

    /** NB: each of these would look at all records, so those stay out that cannot find one. */
    private void keep() throws SQLException {
        Sql.update(connection, Report.ROWS);
        if (tally.hasCode(Report.ABOUT_VIN)) {
            Sql.update(connection, Report.VIN_CONFLICTS);
        }
        if (tally.hasCode("relisted", "vin_on_two_lots", "vin_changed")) {
            Sql.update(connection, Report.MAKE_CONFLICTS);
        }
        if (tally.hasCode("conflict_same_time")) {
            Sql.update(connection, Report.UPSERT_CONFLICTS);
        }
        if (tally.hasCode("unknown_value")) {
            Sql.update(connection, Report.UNKNOWN_VALUES);
        }
    }

    private void keepQuarantine() throws SQLException {
        if (quarantined > 0) {
            Sql.update(connection, Report.QUARANTINED_ROWS);
            Sql.update(connection, Report.QUARANTINE);
        }
    }
}
