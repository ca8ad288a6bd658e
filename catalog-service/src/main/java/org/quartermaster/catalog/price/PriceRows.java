package org.quartermaster.catalog.price;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The rows of prices that a product has or had; they stay when it is deleted. */
@ApplicationScoped
class PriceRows {
    private static final SortKey ID = SortKey.of("id", "r.id", "bigint");
    private static final SortKey BOUND = SortKey.of("minimum_quantity", "r.minimum_quantity", "numeric");
    private static final SortKey FROM = SortKey.of("effective_from", "r.effective_from", "timestamptz");
    private static final SortKey RECORDED = SortKey.of("recorded_at", "r.recorded_at", "timestamptz");
    private static final Pattern SCOPE = Pattern.compile("d|[cgl][1-9][0-9]{0,18}");
    private static final String PRODUCT = "select id from catalog.product where tenant_id = $1 and id = $2";

    private final TenantDatabase database;

    @Inject
    PriceRows(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<PriceView>> find(Caller caller, long productId, Fields query) {
        var list = new ListQuery("prices", Price.COLUMNS, "catalog.productpricing r")
                .where("r.tenant_id = ?", caller.tenant())
                .where("r.product_id = ?", productId);
        filter(query, list);
        return list.within(Query.of(PRODUCT, caller.tenant(), productId), ProblemType.NOT_FOUND)
                .page(query)
                .sort(query, List.of(ID, BOUND, FROM, RECORDED), "minimum_quantity", ID)
                .run(database, caller, query, row -> PriceView.of(Price.read(row)));
    }

    /** Reads the filters of prices; the alias of the table is {@code r}. */
    static void filter(Fields query, ListQuery list) {
        known(query, list);
        query.time("at").to(at -> list.where("r.effective_from <= ?", Columns.time(at))
                .where("(r.effective_to is null or r.effective_to > ?)", Columns.time(at)));
        query.word("price_kind", PriceKind.class).to(kind -> list.where("r.price_kind = ?", Words.of(kind)));
        query.text("currency", 3, 3).to(currency -> list.where("r.currency = ?", currency));
        scope(query, list);
    }

    private static void known(Fields query, ListQuery list) {
        var knownAt = query.time("known_at");
        if (knownAt.value() == null) {
            list.where("r.superseded_at is null");
            return;
        }
        var time = Columns.time(knownAt.value());
        list.where("r.recorded_at <= ?", time).where("(r.superseded_at is null or r.superseded_at > ?)", time);
    }

    private static void scope(Fields query, ListQuery list) {
        query.text("scope", 1, 20).to(scope -> {
            if (!SCOPE.matcher(scope).matches()) {
                query.error("scope", "string_pattern", "d, c<id>, g<id>, l<id>");
            }
            list.where("r.scope_key = ?", scope);
        });
    }

    Uni<PriceView> get(Caller caller, PriceBook.Place place) {
        return database.read(caller, PriceTable.ONE, caller.tenant(), place.productId(), place.id())
                .map(ProblemType.NOT_FOUND::require)
                .map(Price::read)
                .map(PriceView::of);
    }
}
