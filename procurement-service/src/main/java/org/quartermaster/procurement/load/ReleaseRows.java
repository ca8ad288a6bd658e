package org.quartermaster.procurement.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.quartermaster.platform.db.CopyLine;
import org.quartermaster.platform.db.CopyRows;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.Json;

/** Sends releases and what is wrong with them to the database, and parts those that are new from those it knows. */
final class ReleaseRows {
    private static final String STORE = """
            with first as (
              select distinct on (ocid, release_id, content_hash) * from staged
              order by ocid, release_id, content_hash, n
            ), stored as (
              insert into procurement.ocds_releases (source_id, ocid, release_id, id_generated, date, date_text, tags, raw,
                normalized, content_hash, buyer_keys, valid, issue_count, job_id)
              select ?, ocid, release_id, id_generated, date, date_text, tags, raw, normalized, content_hash, buyer_keys,
                valid, issue_count, ?
              from first order by n
              on conflict do nothing
              returning release_key, ocid, release_id, content_hash
            )
            insert into fresh (release_key, ocid, release_id, content_hash, n, position)
            select s.release_key, s.ocid, s.release_id, s.content_hash, f.n, f.position
            from stored s join first f using (ocid, release_id, content_hash)
            """;
    private static final String FORGET_KNOWN = """
            delete from staged_issues i using staged s where s.n = i.n and not exists (select from fresh f where f.n = s.n)
            """;
    private static final String CONFLICTS = """
            insert into staged_issues (n, position, ocid, release_id, severity, code, pointer, message)
            select f.n, f.position, f.ocid, f.release_id, 'warning', 'release_id_conflict', '/id',
              'found the id of a release with other content, both are kept'
            from fresh f where exists (
              select from procurement.ocds_releases r
              where r.ocid = f.ocid and r.release_id = f.release_id and r.content_hash <> f.content_hash)
            """;
    private static final String KEEP_ISSUES = """
            insert into procurement.ocds_import_issues
              (job_id, position, ocid, release_id, severity, code, pointer, message)
            select ?, position, ocid, release_id, severity, code, pointer, message from staged_issues order by position, n
            """;
    private static final String TOUCHED = """
            insert into touched
            select r.ocid, sum(pg_column_size(r.raw)) from procurement.ocds_releases r
            where r.ocid in (select ocid from fresh) group by r.ocid
            """;
    private static final String SEVERITIES =
            "select count(*) filter (where severity = 'error'), count(*) filter (where severity = 'warning') from staged_issues";

    private static final String PROCESSES = """
            select count(distinct r.process_id) from staged s
            join procurement.ocds_releases r using (ocid, release_id, content_hash)
            """;

    private final Connection connection;
    private final CopyLine line;
    private final ObjectMapper json;
    private long count;

    ReleaseRows(Connection connection, ObjectMapper json) {
        this.connection = connection;
        this.line = new CopyLine(connection);
        this.json = json;
    }

    /** Sends a part of the releases; those that are refused leave their issues alone. */
    void send(List<PreparedRelease> releases) throws SQLException {
        var first = count;
        var rows = new CopyRows(line, Staging.COPY_RELEASES, json);
        for (var release : releases) {
            if (!release.isRefused()) {
                send(rows, release, count);
            }
            count++;
        }
        rows.end();
        var issues = new CopyRows(line, Staging.COPY_ISSUES, json);
        for (var i = 0; i < releases.size(); i++) {
            for (var issue : releases.get(i).issues()) {
                send(issues, issue, first + i);
            }
        }
        issues.end();
    }

    private static void send(CopyRows rows, PreparedRelease prepared, long n) throws SQLException {
        var release = prepared.release();
        rows.add(n)
                .add(prepared.position())
                .add(release.ocid())
                .add(release.id())
                .add(release.idGenerated())
                .add(release.date())
                .add(release.dateText())
                .add(release.tags())
                .add(prepared.raw())
                .add(prepared.normalized() == null ? null : Json.text(prepared.normalized()))
                .add("\\x" + release.hash())
                .add(prepared.buyerKeys())
                .add(prepared.isValid())
                .add(prepared.issues().size());
        rows.endRow();
    }

    /** Sends issues that belong to no release that was read. */
    void sendIssues(List<Issue> issues) throws SQLException {
        var rows = new CopyRows(line, Staging.COPY_ISSUES, json);
        for (var issue : issues) {
            send(rows, issue, null);
        }
        rows.end();
    }

    static void send(CopyRows rows, Issue issue, Long n) throws SQLException {
        rows.add(n)
                .add(issue.position())
                .add(issue.ocid())
                .add(issue.releaseId())
                .add(issue.code().severity().name().toLowerCase(Locale.ROOT))
                .add(issue.code().code())
                .add(issue.pointer())
                .add(issue.message());
        rows.endRow();
    }

    /** Stores the releases that are new; what is wrong with the others was told when they were. */
    long store(LoadOrder order) throws SQLException {
        Sql.update(connection, "analyze staged");
        var stored = Sql.update(connection, STORE, order.source().sourceId, order.jobId());
        Sql.update(connection, "analyze fresh");
        Sql.update(connection, FORGET_KNOWN);
        Sql.update(connection, CONFLICTS);
        Sql.update(connection, TOUCHED);
        Sql.update(connection, "analyze touched");
        return stored;
    }

    /** Keeps all issues; the numbers of errors and warnings. */
    long[] keepIssues(LoadOrder order) throws SQLException {
        Sql.update(connection, KEEP_ISSUES, order.jobId());
        return Sql.query(connection, SEVERITIES, row -> new long[] {row.getLong(1), row.getLong(2)})
                .get(0);
    }

    /** The number of processes that the releases of the file belong to, new ones or not. */
    long processes() throws SQLException {
        return Sql.query(connection, PROCESSES, row -> row.getLong(1)).get(0);
    }
}
