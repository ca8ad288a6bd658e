package org.quartermaster.catalog.safety;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.safety.PpeProducts.PpeProduct;
import org.quartermaster.platform.db.TenantDatabase.Query;

/**
 * A tool of high or critical risk on a quotation that has no article of some equipment that the tool demands.
 *
 * @param equipment names of the kinds that are lacking
 * @param articles the tenant's, some for each kind, those in stock first
 */
public record UnprotectedTool(int lineNo, String toolName, List<String> equipment, List<PpeProduct> articles) {
    /** NB: a tenant's own tool stands in place of the shared one with its name. */
    private static final String SQL = """
            with class as (
              select i.line_no, c.unspsc_code, c.etim_class from catalog.quotationitem i
              join catalog.productclassification c on c.tenant_id = i.tenant_id and c.product_id = i.product_id
                and c.status = 'confirmed'
              where i.tenant_id = $1 and i.quotation_id = $2
            ), tool as (
              select distinct on (t.tool_key) t.* from catalog.toolriskclassification t
              where (t.tenant_id is null or t.tenant_id = $1) and exists (select from class)
              order by t.tool_key, t.tenant_id nulls last
            ), need as (
              select c.line_no, string_agg(distinct t.tool_name, ', ') as tool_name, m.code
              from tool t join class c on c.etim_class = t.etim_class or c.unspsc_code = t.unspsc_code
              cross join lateral jsonb_array_elements_text(t.mandatory_ppe) m (code)
              where t.risk_level in ('high', 'critical') group by c.line_no, m.code
            ), lacking as (
              select n.line_no, n.tool_name, n.code, y.name as ppe_name from need n
              join catalog.ppetype y on y.code = n.code
              where not exists (
                select from class c where c.etim_class = y.etim_class or c.unspsc_code = y.unspsc_code)
            ), article as (
              select a.*, row_number() over (partition by a.ppe_code
                order by a.available > 0 desc, a.compliant desc, a.name, a.product_id) as place
              from (%s) a
            )
            select l.line_no, l.tool_name, l.ppe_name, a.* from lacking l
            left join article a on a.ppe_code = l.code and a.place <= 5
            order by l.line_no, l.tool_name, l.code, a.place
            """.formatted(PpeProducts.sql("array(select code from lacking)"));

    private record Line(int lineNo, String toolName) {}

    /** Those of a quotation. */
    public static Query query(String tenant, long quotation) {
        return Query.of(SQL, tenant, quotation);
    }

    /** What the query found. */
    public static List<UnprotectedTool> read(RowSet<Row> rows) {
        Map<Line, UnprotectedTool> tools = new LinkedHashMap<>();
        for (var row : rows) {
            var line = new Line(row.getInteger("line_no"), row.getString("tool_name"));
            var tool = tools.computeIfAbsent(
                    line,
                    key -> new UnprotectedTool(key.lineNo(), key.toolName(), new ArrayList<>(), new ArrayList<>()));
            if (!tool.equipment().contains(row.getString("ppe_name"))) {
                tool.equipment().add(row.getString("ppe_name"));
            }
            if (row.getLong("product_id") != null) {
                tool.articles().add(article(row));
            }
        }
        return List.copyOf(tools.values());
    }

    private static PpeProduct article(Row row) {
        return new PpeProduct(
                row.getString("ppe_code"),
                row.getLong("product_id"),
                row.getString("sku"),
                row.getString("name"),
                row.getBigDecimal("price"),
                row.getString("currency"),
                row.getBigDecimal("available"),
                row.getBoolean("compliant"));
    }
}
