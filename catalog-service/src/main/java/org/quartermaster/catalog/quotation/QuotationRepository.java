package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.catalog.safety.UnprotectedTool;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Quotations with their items, within a unit of work. */
@ApplicationScoped
class QuotationRepository {
    private static final String HEAD = "select " + Quotation.COLUMNS
            + ", cast(q.line_items as text) as line_items from catalog.quotation q where q.tenant_id = $1 and q.id = $2";
    private static final String LOCK = " for no key update of q";
    private static final String ITEMS = "select " + ItemSql.COLUMNS + ItemSql.FROM
            + " where i.tenant_id = $1 and i.quotation_id = $2 order by i.line_no";

    private static final String INSERT = """
            insert into catalog.quotation (tenant_id, rfp_id, quotation_number, revision, is_current, customer_id,
              client_name, client_email, project_title, subtotal, discount_total, tax_total, total_amount, currency,
              valid_until, terms_conditions, notes, created_by, priced_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
            returning id
            """;
    private static final String UPDATE = """
            update catalog.quotation set customer_id = $3, client_name = $4, client_email = $5, project_title = $6,
              subtotal = $7, discount_total = $8, tax_total = $9, total_amount = $10, currency = $11, valid_until = $12,
              terms_conditions = $13, notes = $14, priced_at = $15, version = version + 1
            where tenant_id = $1 and id = $2
            """;
    private static final String DELETE_ITEM =
            "delete from catalog.quotationitem where tenant_id = $1 and quotation_id = $2 and line_no = $3";
    private static final String DELETE_ITEMS =
            "delete from catalog.quotationitem where tenant_id = $1 and quotation_id = $2";

    static final ProblemType NOT_FOUND = new ProblemType(404, "quotation_not_found");

    private final QuotationJson json;

    @Inject
    QuotationRepository(QuotationJson json) {
        this.json = json;
    }

    /** The id in a path; 404 for what cannot be one. */
    static long id(String text) {
        return Ids.number(text).orElseThrow(() -> Problem.of(NOT_FOUND));
    }

    /** The number of a line in a path; 404 for what cannot be one. */
    static int line(String text) {
        return Ids.number(text)
                .filter(number -> number <= Integer.MAX_VALUE)
                .map(Long::intValue)
                .orElseThrow(() -> Problem.of(NOT_FOUND));
    }

    /** What shows a quotation; see {@link #shown}. */
    static List<Query> queries(String tenant, long id) {
        return List.of(Query.of(HEAD, tenant, id), Query.of(ITEMS, tenant, id), UnprotectedTool.query(tenant, id));
    }

    static FullQuotation shown(List<RowSet<Row>> results) {
        var full = read(results);
        return new FullQuotation(full.head(), full.items(), UnprotectedTool.read(results.get(2)));
    }

    private static FullQuotation read(List<RowSet<Row>> results) {
        var head = Quotation.read(NOT_FOUND.require(results.get(0)));
        var items = new ArrayList<QuotationItem>();
        results.get(1).forEach(row -> items.add(QuotationItem.read(row)));
        return new FullQuotation(head, items);
    }

    Uni<FullQuotation> load(UnitOfWork unit, long id) {
        return unit.runAll(queries(unit.caller().tenant(), id)).map(QuotationRepository::shown);
    }

    /** Locks the head, which guards the items too; 404 where there is none. */
    Uni<FullQuotation> lock(UnitOfWork unit, long id) {
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(Query.of(HEAD + LOCK, tenant, id), Query.of(ITEMS, tenant, id)))
                .map(QuotationRepository::read);
    }

    /** Adds the quotation and shows it as it is kept. */
    Uni<FullQuotation> insert(UnitOfWork unit, FullQuotation full) {
        var head = full.head();
        return unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        head.rfpId,
                        head.quotationNumber,
                        head.revision,
                        head.isCurrent,
                        head.customerId,
                        head.clientName,
                        head.clientEmail,
                        head.projectTitle,
                        head.subtotal,
                        head.discountTotal,
                        head.taxTotal,
                        head.totalAmount,
                        head.currency,
                        Columns.time(head.validUntil),
                        head.termsConditions,
                        head.notes,
                        unit.caller().subject(),
                        Columns.time(head.pricedAt))
                .invoke(rows -> head.id = rows.iterator().next().getLong(0))
                .chain(() -> keep(unit, head.id, full.items()))
                .chain(() -> load(unit, head.id));
    }

    /** Keeps a changed head and those items that changed, and shows the whole as it is kept. */
    Uni<FullQuotation> update(UnitOfWork unit, Quotation head, List<QuotationItem> changed) {
        return unit.run(
                        UPDATE,
                        unit.caller().tenant(),
                        head.id,
                        head.customerId,
                        head.clientName,
                        head.clientEmail,
                        head.projectTitle,
                        head.subtotal,
                        head.discountTotal,
                        head.taxTotal,
                        head.totalAmount,
                        head.currency,
                        Columns.time(head.validUntil),
                        head.termsConditions,
                        head.notes,
                        Columns.time(head.pricedAt))
                .chain(() -> keep(unit, head.id, changed))
                .chain(() -> load(unit, head.id));
    }

    private Uni<Void> keep(UnitOfWork unit, long id, List<QuotationItem> items) {
        return items.isEmpty()
                ? Uni.createFrom().voidItem()
                : json.rows(items)
                        .chain(rows -> unit.run(ItemSql.UPSERT, unit.caller().tenant(), id, rows))
                        .replaceWithVoid();
    }

    Uni<Void> deleteItem(UnitOfWork unit, long id, int lineNo) {
        return unit.run(DELETE_ITEM, unit.caller().tenant(), id, lineNo).replaceWithVoid();
    }

    Uni<Void> deleteItems(UnitOfWork unit, long id) {
        return unit.run(DELETE_ITEMS, unit.caller().tenant(), id).replaceWithVoid();
    }
}
