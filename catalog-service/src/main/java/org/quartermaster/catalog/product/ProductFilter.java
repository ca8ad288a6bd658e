package org.quartermaster.catalog.product;

import java.util.stream.Stream;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** Which articles a list shows; the alias of the table is {@code p}. */
public final class ProductFilter {
    private static final String BELOW = """
            p.category_id in (select c.id from catalog.category c, catalog.category above
              where above.tenant_id = c.tenant_id and above.id = ? and c.path >= above.path
                and c.path < above.path || ':')
            """;
    private static final String OF_UNSPSC = """
            exists (select from catalog.productclassification k where k.tenant_id = p.tenant_id
              and k.product_id = p.id and k.status = 'confirmed' and k.unspsc_code between ?::text and ?::text)
            """;
    private static final String OF_ETIM = """
            exists (select from catalog.productclassification k where k.tenant_id = p.tenant_id
              and k.product_id = p.id and k.status = 'confirmed' and k.etim_class = ?::text)
            """;

    private ProductFilter() {}

    /** Reads the filters of a query. */
    public static void read(Caller caller, Fields query, ListQuery list) {
        list.where("p.tenant_id = ?", caller.tenant());
        Numbers.id(query, "category_id").to(id -> list.where(BELOW, id));
        Numbers.id(query, "brand_id").to(id -> list.where("p.brand_id = ?", id));
        Numbers.id(query, "supplier_id").to(id -> list.where("p.supplier_id = ?", id));
        list.words("p.status", query.words("status", ProductStatus.class))
                .words("p.availability", query.words("availability", Availability.class))
                .words("p.enrichment_status", query.words("enrichment_status", EnrichmentStatus.class));
        query.bool("is_published").to(published -> list.where("p.is_published = ?", published));
        query.bool("in_stock")
                .to(inStock -> list.where("(p.availability = ?) = ?", Words.of(Availability.IN_STOCK), inStock));
        Numbers.exact(query, "min_completeness", 4, "0", "100").to(least -> list.where("p.completeness >= ?", least));
        query.time("updated_since").to(since -> list.where("p.updated_at >= ?", Columns.time(since)));
        query.text("sku", 0, 64)
                .to(sku -> list.where("p.sku_key = catalog.key_of(?) and p.sku_upper = upper(?)", sku, sku));
        classes(query, list);
        deleted(caller, query, list);
    }

    private static void classes(Fields query, ListQuery list) {
        query.text("unspsc", 0, 20).to(code -> {
            if (!code.matches("[0-9]{8}")) {
                query.error("unspsc", "unspsc.form");
                return;
            }
            list.where(OF_UNSPSC, code, last(code));
        });
        query.text("etim_class", 0, 20).to(code -> {
            if (!code.matches("EC[0-9]{6}")) {
                query.error("etim_class", "etim.form");
                return;
            }
            list.where(OF_ETIM, code);
        });
    }

    /** The last code of the sub-tree: 27110000 is a family, up to 27119999. */
    static String last(String code) {
        var pairs = Stream.iterate(code, each -> each.endsWith("00"), each -> each.substring(0, each.length() - 2))
                .count();
        return code.substring(0, code.length() - 2 * (int) pairs) + "99".repeat((int) pairs);
    }

    private static void deleted(Caller caller, Fields query, ListQuery list) {
        var deleted = query.bool("include_deleted").or(false);
        if (deleted && !caller.is(Roles.MANAGER)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        if (!deleted) {
            list.where("p.deleted_at is null");
        }
    }
}
