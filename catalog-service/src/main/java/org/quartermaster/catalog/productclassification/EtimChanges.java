package org.quartermaster.catalog.productclassification;

import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.list.CsvText;

/** Tells which articles a new version of their ETIM class concerns. */
@ApplicationScoped
class EtimChanges {
    /** What a class had and its current version has otherwise, of the features that the article has a value of. */
    private static final String CHANGED = """
            select p.id, p.sku, c.etim_class, c.etim_version, n.version as newer, f.code, f.type, g.type as new_type
            from catalog.productclassification c
              join catalog.product p on p.tenant_id = c.tenant_id and p.id = c.product_id and p.deleted_at is null
              join catalog.etimclass o on o.class_code = c.etim_class and o.version = c.etim_version
              join catalog.etimclass n on n.class_code = c.etim_class and n.is_current and n.version > o.version
              cross join lateral jsonb_to_recordset(o.features) as f (code text, type text)
              left join lateral (select x.type from jsonb_to_recordset(n.features) as x (code text, type text)
                where x.code = f.code) g on true
              join catalog.productspecification s on s.tenant_id = c.tenant_id and s.product_id = p.id
                and s.feature_id = f.code
            where c.tenant_id = $1 and c.status = 'confirmed' and g.type is distinct from f.type
              and (p.id, f.code) > ($2, $3)
            order by p.id, f.code limit 500
            """;

    private static final String HEADER = "product_id,sku,etim_class,old_version,new_version,feature_id,change\n";

    /** Writes them as the file of the job; the answer is how many articles there are. */
    long write(JobRun run) throws IOException {
        var file = run.output("text/csv", "etim-changes.csv");
        file.write(HEADER.getBytes(StandardCharsets.UTF_8));
        var articles = 0L;
        var article = 0L;
        var feature = "";
        while (true) {
            var rows = run.read(CHANGED, run.caller().tenant(), article, feature);
            for (var row : rows) {
                articles += row.getLong("id") == article ? 0 : 1;
                article = row.getLong("id");
                feature = row.getString("code");
                file.write(line(row).getBytes(StandardCharsets.UTF_8));
            }
            if (rows.size() == 0) {
                return articles;
            }
        }
    }

    private static String line(Row row) {
        var change = row.getString("new_type") == null
                ? "dropped"
                : "retyped from %s to %s".formatted(row.getString("type"), row.getString("new_type"));
        return "%d,%s,%s,%d,%d,%s,%s\n"
                .formatted(
                        row.getLong("id"),
                        cell(row.getString("sku")),
                        row.getString("etim_class"),
                        row.getInteger("etim_version"),
                        row.getInteger("newer"),
                        row.getString("code"),
                        change);
    }

    private static String cell(String text) {
        return '"' + CsvText.guarded(text).replace("\"", "\"\"") + '"';
    }
}
