package org.quartermaster.procurement.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.read.PackageFacts;
import org.quartermaster.procurement.ocds.read.ReadRelease;
import org.quartermaster.procurement.ocds.read.ReleaseSink;
import org.quartermaster.procurement.ocds.schema.Shape;

/**
 * Takes releases into the tables, in one transaction: a load that is rolled back leaves nothing. Releases are checked and
 * repaired on all cores, sent by COPY, stored where they are new, and the processes that they touch compiled.
 */
public final class Load implements ReleaseSink {
    private static final int CHUNK = 256;
    private static final long CHUNK_CHARACTERS = 4L << 20;

    private final Connection connection;
    private final LoadOrder order;
    private final Preparing preparing;
    private final ReleaseRows rows;
    private final Processes processes;
    private final List<ReadRelease> waiting = new ArrayList<>();
    private final List<Issue> remarks = new ArrayList<>();
    private final PackageWords words = new PackageWords();
    private long characters;
    private long read;
    private long refused;
    private boolean isOcds;
    private Runnable afterChunk = () -> {};
    private CompletableFuture<List<PreparedRelease>> prepared = CompletableFuture.completedFuture(List.of());

    /** Makes the tables of the load and waits for releases. */
    public Load(Connection connection, LoadOrder order, Shape schema, ObjectMapper json) throws SQLException {
        this.connection = connection;
        this.order = order;
        this.preparing = new Preparing(schema, order);
        this.rows = new ReleaseRows(connection, json);
        this.processes = new Processes(connection, order, schema, json);
        Staging.create(connection);
    }

    /** Something that went wrong with the database while a file was read. */
    public static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed(SQLException cause) {
            super(cause);
        }
    }

    /** @param action is called after each part that was sent, and may end the load by an exception */
    public void afterChunk(Runnable action) {
        afterChunk = action;
    }

    /** Releases, and parts that took the place of one. */
    public long read() {
        return read;
    }

    public long refused() {
        return refused;
    }

    /** Whether anything in the file was OCDS, good or bad. */
    public boolean isOcds() {
        return isOcds;
    }

    @Override
    public void release(ReadRelease release) {
        isOcds |= release.value().has("ocid");
        read++;
        characters += release.raw().length();
        waiting.add(release);
        if (waiting.size() >= CHUNK || characters >= CHUNK_CHARACTERS) {
            send();
        }
    }

    @Override
    public void issue(Issue issue) {
        if (issue.isError()) {
            read++;
            refused++;
        }
        remarks.add(issue);
        if (remarks.size() >= CHUNK) {
            send();
        }
    }

    @Override
    public void readPackage(PackageFacts facts) {
        isOcds = true;
        words.add(facts);
    }

    /** Sends what is prepared, and lets the releases that wait be prepared while the next ones are read. */
    private void send() {
        var chunk = List.copyOf(waiting);
        waiting.clear();
        characters = 0;
        sendPrepared();
        prepared = CompletableFuture.supplyAsync(
                () -> chunk.parallelStream().map(preparing::prepare).toList());
        afterChunk.run();
    }

    private void sendPrepared() {
        try {
            var releases = prepared.join();
            refused += releases.stream().filter(PreparedRelease::isRefused).count();
            rows.send(releases);
            rows.sendIssues(remarks);
            remarks.clear();
        } catch (SQLException failed) {
            throw new Failed(failed);
        }
    }

    private void sendAll() {
        send();
        sendPrepared();
    }

    /** Keeps what is wrong with a file that is no OCDS, and nothing else. */
    public Counts refuse() throws SQLException {
        sendAll();
        var severities = rows.keepIssues(order);
        return new Counts(read, 0, 0, refused, severities[0], severities[1], 0, 0);
    }

    /**
     * Merges all that was read. Waits for other loads, so that each sees the processes as the one before left them.
     *
     * @param beforeBatch is called before each part of the work
     */
    public Counts merge(Runnable beforeBatch) throws SQLException {
        sendAll();
        LoadLock.hold(connection);
        beforeBatch.run();
        words.keep(connection, order.source().sourceId);
        var stored = rows.store(order);
        processes.run(beforeBatch);
        var severities = rows.keepIssues(order);
        return new Counts(
                read,
                stored,
                read - refused - stored,
                refused,
                severities[0],
                severities[1],
                rows.processes(),
                processes.changed());
    }

    /** Parts and compiles the releases of an ocid anew, where it was said that some of its buyers are one. */
    public void compileAgain(String ocid) throws SQLException {
        LoadLock.hold(connection);
        Sql.update(connection, "insert into touched (ocid, bytes) values (?, 0)", ocid);
        processes.run(() -> {});
    }

    /** A tender that this load changed, and how. */
    public record Told(String tenderId, List<String> classes, String statusBefore) {
        public boolean isMaterial() {
            return !classes.equals(List.of("cosmetic"));
        }
    }

    /** The number of tenders with a material change. */
    public long material() throws SQLException {
        var sql = "select count(*) from told where classes <> '{cosmetic}'";
        return Sql.query(connection, sql, row -> row.getLong(1)).get(0);
    }

    /** Changed tenders, those with a material change alone or all; open ones first. */
    public List<Told> told(boolean all, int limit) throws SQLException {
        var sql = """
                select o.tender_id, o.classes, o.status from told o
                join procurement.tenders t on t.tender_id = o.tender_id
                where (? or o.classes <> '{cosmetic}') and t.deleted_at is null
                order by t.status <> 'open' or coalesce(t.closing_date < now(), false), o.tender_id limit ?
                """;
        return Sql.query(
                connection,
                sql,
                row -> new Told(
                        row.getString(1), List.of((String[]) row.getArray(2).getArray()), row.getString(3)),
                all,
                limit);
    }
}
