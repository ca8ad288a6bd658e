package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Quotations as they are read. */
@ApplicationScoped
class QuotationList {
    private static final SortKey ID = SortKey.of("id", "q.id", "bigint");
    private static final SortKey REVISION = SortKey.of("revision", "q.revision", "int");
    private static final List<SortKey> SORTS = List.of(
            ID,
            SortKey.of("quotation_number", "q.quotation_number", "text"),
            SortKey.of("client_name", "q.client_name", "text"),
            SortKey.of("total_amount", "q.total_amount", "numeric"),
            SortKey.of("valid_until", "q.valid_until", "timestamptz"),
            SortKey.of("created_at", "q.created_at", "timestamptz"),
            SortKey.of("updated_at", "q.updated_at", "timestamptz"));
    private static final String FROM = "catalog.quotation q";
    private static final String OWNER = "select 1 from catalog.quotation where tenant_id = $1 and id = $2";
    private static final String NUMBERED = """
            select id from catalog.quotation
            where tenant_id = $1 and quotation_number = $2 and case when $3::int is null then is_current else revision = $3 end
            """;

    private final TenantDatabase database;
    private final QuotationJson json;

    @Inject
    QuotationList(TenantDatabase database, QuotationJson json) {
        this.database = database;
        this.json = json;
    }

    /** The newest first unless sorted otherwise. */
    Uni<Slice<QuotationEntry>> find(Caller caller, Fields query) {
        return filtered(Quotation.COLUMNS, caller, query)
                .page(query)
                .sortOneWay(query, SORTS, "-id", ID)
                .run(database, caller, query, row -> QuotationEntry.of(Quotation.read(row)));
    }

    /** The quotations {@code q} that the filters of a query leave. */
    static ListQuery filtered(String select, Caller caller, Fields query) {
        var list = new ListQuery("quotations", select, FROM)
                .where("q.tenant_id = ?", caller.tenant())
                .words("q.status", query.words("status", QuotationStatus.class));
        Numbers.id(query, "customer_id").to(id -> list.where("q.customer_id = ?", id));
        Numbers.id(query, "rfp_id").to(id -> list.where("q.rfp_id = ?", id));
        query.text("client_name", 1, 300).to(name -> list.where("q.client_name = ?", name));
        Numbers.amount(query, "total_min").to(least -> list.where("q.total_amount >= ?", least));
        Numbers.amount(query, "total_max").to(most -> list.where("q.total_amount <= ?", most));
        query.bool("current").to(current -> list.where("q.is_current = ?", current));
        return list;
    }

    /** All revisions of the quotation's number, the first one first. */
    Uni<Slice<QuotationEntry>> revisions(Caller caller, Fields query, long id) {
        return new ListQuery("quotation-revisions", Quotation.COLUMNS, FROM)
                .where("q.tenant_id = ?", caller.tenant())
                .where("""
                        q.quotation_number = (select o.quotation_number from catalog.quotation o
                          where o.tenant_id = q.tenant_id and o.id = ?)\
                        """, id)
                .within(Query.of(OWNER, caller.tenant(), id), QuotationRepository.NOT_FOUND)
                .page(query)
                .order(List.of(REVISION), ID)
                .run(database, caller, query, row -> QuotationEntry.of(Quotation.read(row)));
    }

    Uni<FullQuotation> get(Caller caller, long id) {
        return database.readAll(caller, QuotationRepository.queries(caller.tenant(), id))
                .map(QuotationRepository::shown);
    }

    Uni<QuotationView> view(Caller caller, long id) {
        return get(caller, id).chain(json::show);
    }

    /** @param revision null for the current one */
    Uni<QuotationView> numbered(Caller caller, String number, Integer revision) {
        return database.read(caller, NUMBERED, caller.tenant(), number, revision)
                .map(QuotationRepository.NOT_FOUND::require)
                .chain(row -> view(caller, row.getLong("id")));
    }
}
