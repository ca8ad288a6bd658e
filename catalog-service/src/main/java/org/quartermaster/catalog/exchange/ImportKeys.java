package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quartermaster.catalog.product.ImportedProduct;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** The keys that the rows of an import had. */
final class ImportKeys {
    private static final String ADD = """
            insert into catalog.importkey (tenant_id, job_id, key, line)
            select $1, $2, upper(sku), line from unnest($3::bigint[], $4::text[]) as r (line, sku)
            order by line on conflict do nothing
            """;
    private static final String LATER = """
            select r.line from unnest($3::bigint[], $4::text[]) as r (line, sku)
            join catalog.importkey k on k.tenant_id = $1 and k.job_id = $2 and k.key = upper(r.sku)
            where k.line < r.line
            """;

    private ImportKeys() {}

    /** Keeps the keys of rows and gives the lines of those of which an earlier row had the key. */
    static Uni<Set<Long>> add(UnitOfWork unit, String job, List<ImportedProduct> rows) {
        var columns = new Columns<>(rows);
        var lines = rows.stream().map(ImportedProduct::line).toArray(Long[]::new);
        var skus = columns.texts(ImportedProduct::sku);
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(
                        Query.of(ADD, tenant, job, lines, skus), Query.of(LATER, tenant, job, lines, skus)))
                .map(results -> {
                    var later = new HashSet<Long>();
                    results.get(1).forEach(row -> later.add(row.getLong("line")));
                    return later;
                });
    }

    static Uni<Void> clear(UnitOfWork unit, String job) {
        return unit.run(
                        "delete from catalog.importkey where tenant_id = $1 and job_id = $2",
                        unit.caller().tenant(),
                        job)
                .replaceWithVoid();
    }
}
