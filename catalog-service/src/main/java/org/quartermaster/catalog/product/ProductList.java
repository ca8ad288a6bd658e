package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quartermaster.catalog.pricing.AskedPrice;
import org.quartermaster.catalog.pricing.Prices;
import org.quartermaster.catalog.pricing.ResolvedPrice;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;

/** Articles as they are read. */
@ApplicationScoped
class ProductList {
    private static final SortKey ID = SortKey.of("id", "p.id", "bigint");
    private static final List<SortKey> SORTS = List.of(
            ID,
            SortKey.of("sku", "p.sku_upper", "text"),
            SortKey.of("name", "p.name", "text"),
            SortKey.of("created_at", "p.created_at", "timestamptz"),
            SortKey.of("updated_at", "p.updated_at", "timestamptz"),
            SortKey.nullable("completeness", "p.completeness", "numeric"));
    private static final String BY_ID = "t.tenant_id = $1 and t.id = $2";
    /** NB: by the key too, as the index of SKUs holds those alone that are not deleted. */
    private static final String BY_SKU = """
            t.tenant_id = $1 and t.sku_key = catalog.key_of($2) and t.sku_upper = upper($2)
            order by t.deleted_at is not null, t.deleted_at desc, t.id desc limit 1
            """;

    private final TenantDatabase database;
    private final Products products;
    private final Prices prices;
    private final ObjectMapper json;

    @Inject
    ProductList(TenantDatabase database, Products products, Prices prices, ObjectMapper json) {
        this.database = database;
        this.prices = prices;
        this.products = products;
        this.json = json;
    }

    Uni<Slice<ProductView>> find(Caller caller, Fields query) {
        var list = new ListQuery("products", products.table().select("p"), Products.TABLE + " p");
        ProductFilter.read(caller, query, list);
        return list.page(query).sort(query, SORTS, "id", ID).run(database, caller, query, row -> view(row));
    }

    private ProductView view(Row row) {
        return ProductView.of(products.table().read(row));
    }

    Uni<Answer> get(Caller caller, String id, Fields query) {
        return get(caller, BY_ID, LiveProduct.id(id), query);
    }

    Uni<Answer> bySku(Caller caller, String sku, Fields query) {
        return get(caller, BY_SKU, sku, query);
    }

    private Uni<Answer> get(Caller caller, String condition, Object key, Fields query) {
        var wanted = query.words("include", ProductExtra.class);
        var narrow = query.text("fields", 0, 2_000);
        query.checkQuery();
        var names = narrow.value() == null
                ? List.<String>of()
                : Arrays.asList(narrow.value().split(",", -1));
        var queries = new ArrayList<Query>();
        queries.add(products.table().where(condition, caller.tenant(), key));
        var read = wanted.stream().filter(extra -> extra != ProductExtra.PRICE).toList();
        read.forEach(extra -> queries.add(extra.query(condition, caller.tenant(), key)));
        return database.readAll(caller, queries).chain(rows -> {
            var view = view(LiveProduct.NOT_FOUND.require(rows.get(0)));
            if (view.deletedAt() != null) {
                throw Problem.of(LiveProduct.DELETED);
            }
            return wanted.isEmpty() && names.isEmpty()
                    ? Uni.createFrom().item(Answer.ok(view))
                    : price(caller, view, wanted.contains(ProductExtra.PRICE))
                            .map(price -> answer(with(view, rows, read, price), view, names));
        });
    }

    /** The price of one for everybody, with its reasons; null where it is not wanted. */
    private Uni<ResolvedPrice> price(Caller caller, ProductView view, boolean isWanted) {
        var asked = new AskedPrice(view.id(), BigDecimal.ONE, null, null, null, null, null, null, false, null);
        return isWanted
                ? prices.resolve(caller, List.of(asked), line -> "").map(found -> found.get(0))
                : Uni.createFrom().nullItem();
    }

    private ObjectNode with(ProductView view, List<RowSet<Row>> rows, List<ProductExtra> read, ResolvedPrice price) {
        ObjectNode shown = json.valueToTree(view);
        for (var i = 0; i < read.size(); i++) {
            var found = rows.get(i + 1).iterator().next().getString(0);
            shown.set(Words.of(read.get(i)), Json.stored(found));
        }
        if (price != null) {
            shown.set(Words.of(ProductExtra.PRICE), json.valueToTree(price));
        }
        return shown;
    }

    private static Answer answer(ObjectNode shown, ProductView view, List<String> names) {
        requireKnown(shown, names);
        return Answer.ok(names.isEmpty() ? shown : shown.retain(names), ETags.of(view.version(), lasting(shown)));
    }

    /** NB: a price says for which moment it was asked, which alone makes no other state. */
    private static String lasting(ObjectNode shown) {
        var copy = shown.deepCopy();
        if (copy.get(Words.of(ProductExtra.PRICE)) instanceof ObjectNode price) {
            price.remove(List.of("at", "known_at"));
        }
        return copy.toString();
    }

    private static void requireKnown(ObjectNode shown, List<String> names) {
        if (!names.stream().allMatch(shown::has)) {
            throw Problem.invalid("fields", "unknown_field");
        }
    }
}
