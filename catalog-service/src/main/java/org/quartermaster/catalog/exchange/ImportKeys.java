package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** The keys that the rows of an import had. */
final class ImportKeys {
    private static final String BETWEEN = "\u001f";
    private static final String ADD = """
            insert into catalog.importkey (tenant_id, job_id, key, line)
            select $1, $2, sha256(convert_to(upper(key), 'UTF8')), line
            from unnest($3::bigint[], $4::text[]) as r (line, key) order by line on conflict do nothing
            """;
    /** NB: what is made of the text beside the column would keep it from its index, as it may leak. */
    private static final String LATER = """
            with asked as materialized (
              select line, sha256(convert_to(upper(key), 'UTF8')) as key
              from unnest($3::bigint[], $4::text[]) as r (line, key))
            select r.line from asked r
            join catalog.importkey k on k.tenant_id = $1 and k.job_id = $2 and k.key = r.key and k.line < r.line
            """;

    private ImportKeys() {}

    /** Keeps the keys of rows and gives the lines of those of which an earlier row had the key. */
    static Uni<Set<Long>> add(UnitOfWork unit, String job, FileColumns columns, List<FileRow> rows) {
        var lines = FileRow.lines(rows);
        var keys = rows.stream().map(row -> key(columns, row)).toArray(String[]::new);
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(Query.of(ADD, tenant, job, lines, keys), Query.of(LATER, tenant, job, lines, keys)))
                .map(results -> {
                    var later = new HashSet<Long>();
                    results.get(1).forEach(row -> later.add(row.getLong("line")));
                    return later;
                });
    }

    /** What a row is known by, as the file writes it. */
    static String key(FileColumns columns, FileRow row) {
        return columns.keys().stream().map(row::text).collect(Collectors.joining(BETWEEN));
    }

    static Uni<Void> clear(UnitOfWork unit, String job) {
        return unit.run(
                        "delete from catalog.importkey where tenant_id = $1 and job_id = $2",
                        unit.caller().tenant(),
                        job)
                .replaceWithVoid();
    }
}
