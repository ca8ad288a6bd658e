package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/**
 * A request and its lines, as far as a quotation goes by them.
 *
 * @param total lines of the request, of which some may be rejected or excluded
 */
record RfpLines(Request request, List<QuotationItem> items, int total) {
    private static final String REQUEST = """
            select document_name, client_name, customer_id, currency, source, source_ref, analysis_status
            from catalog.rfpdocument where tenant_id = $1 and id = $2 for no key update
            """;
    private static final String LINES = """
            select l.id, l.line_no, l.description, l.quantity, coalesce(l.pack_code, l.uom) as uom, p.id as product_id,
              l.confidence, cast(l.constraints as text) as constraints,
              l.status in ('rejected', 'excluded') as is_left_out
            from catalog.rfpline l
            left join catalog.product p on p.tenant_id = l.tenant_id and p.id = l.product_id and p.deleted_at is null
              and l.status in ('auto', 'confirmed')
            where l.tenant_id = $1 and l.rfp_id = $2 order by l.line_no
            """;
    private static final ProblemType NOT_ANALYZED = new ProblemType(409, "rfp.not_analyzed");
    private static final ProblemType NO_LINES = new ProblemType(422, "rfp.no_lines");

    record Request(
            String documentName,
            String clientName,
            Long customerId,
            String currency,
            String source,
            String sourceRef,
            String analysisStatus) {}

    /** 404, 409 while it is not analysed, 422 where nothing of it is to be offered. */
    static Uni<RfpLines> lock(UnitOfWork unit, long rfpId) {
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(Query.of(REQUEST, tenant, rfpId), Query.of(LINES, tenant, rfpId)))
                .map(results -> read(ProblemType.NOT_FOUND.require(results.get(0)), results.get(1)));
    }

    private static RfpLines read(Row row, RowSet<Row> lines) {
        var request = new Request(
                row.getString("document_name"),
                row.getString("client_name"),
                row.getLong("customer_id"),
                row.getString("currency"),
                row.getString("source"),
                row.getString("source_ref"),
                row.getString("analysis_status"));
        if (!request.analysisStatus.equals("analyzed")) {
            throw Problem.of(NOT_ANALYZED);
        }
        var items = new ArrayList<QuotationItem>();
        for (var line : lines) {
            if (!line.getBoolean("is_left_out")) {
                items.add(item(line, items.size() + 1));
            }
        }
        if (items.isEmpty()) {
            throw Problem.of(NO_LINES);
        }
        return new RfpLines(request, items, lines.size());
    }

    private static QuotationItem item(Row line, int number) {
        var item = new QuotationItem();
        item.lineNo = number;
        item.rfpLineId = line.getLong("id");
        item.productId = line.getLong("product_id");
        item.itemDescription = line.getString("description");
        item.quantity = line.getBigDecimal("quantity");
        item.uom = line.getString("uom");
        item.compliance = line.getString("constraints");
        item.matchConfidence = item.productId == null ? null : line.getBigDecimal("confidence");
        return item;
    }

    /** How many lines have a product. */
    int matched() {
        return (int) items.stream().filter(item -> item.productId != null).count();
    }
}
