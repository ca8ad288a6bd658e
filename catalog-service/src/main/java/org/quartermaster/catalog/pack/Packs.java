package org.quartermaster.catalog.pack;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.quartermaster.catalog.product.Gtin;
import org.quartermaster.catalog.product.ProductParts;
import org.quartermaster.catalog.product.Products;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.catalog.row.Input;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.catalog.unit.Unit;
import org.quartermaster.catalog.unit.Units;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The packs of articles. */
@ApplicationScoped
class Packs {
    private static final String MOST = "999999999999.999999";
    private static final String LEAST = "0.000001";
    private static final int CODE = 64;
    private static final int PLACES = 6;

    private final TenantDatabase database;
    private final RowTable<Pack> table;
    private final ProductParts<Pack, PackView> parts;

    @Inject
    Packs(TenantDatabase database, DatabaseJson json, Products products) {
        this.database = database;
        this.table = new RowTable<>(json, "catalog.productpack", Pack.class);
        this.parts = new ProductParts<>(
                products,
                table,
                "packs",
                "catalog.productpack x",
                new ProblemType(404, "pack_not_found"),
                PackView::of);
    }

    static void apply(Fields fields, Pack pack) {
        apply(fields, Saving.WHOLE, pack);
    }

    static void apply(Fields fields, Saving saving, Pack pack) {
        fields.require("code", "factor");
        Input.line(fields, "code", 1, CODE).to(value -> pack.code = code(value));
        quantity(fields, "factor").to(value -> pack.factor = value);
        saving.take(Input.line(fields, "sku", 0, CODE), value -> pack.sku = value);
        saving.take(Input.line(fields, "gtin", 0, CODE), value -> {
            if (value != null && !Gtin.isValid(value)) {
                fields.error("gtin", "gtin.check_digit");
            }
            pack.gtin = value;
        });
        saving.take(quantity(fields, "order_min"), value -> pack.orderMin = value);
        saving.take(quantity(fields, "order_step"), value -> pack.orderStep = value);
        saving.take(fields.bool("is_default_order_unit"), false, value -> pack.isDefaultOrderUnit = value);
        fields.checkStrictly();
    }

    private static Field<BigDecimal> quantity(Fields fields, String name) {
        return Numbers.exact(fields, name, PLACES, LEAST, MOST);
    }

    /** The code of the unit that a word means; a word that means none is a code of the tenant's own. */
    static String code(String word) {
        return Units.standard().find(word).map(Unit::code).orElse(word);
    }

    Uni<Slice<PackView>> find(Caller caller, String product, Fields query) {
        return parts.find(database, caller, product, query);
    }

    Uni<Answer> create(UnitOfWork unit, String product, Pack pack) {
        return parts.change(unit, product, (owner, rows) -> {
                    pack.productId = owner.id;
                    return table.insert(unit, pack);
                })
                .map(saved -> Answer.created(
                        PackView.of(saved), "/api/v1/products/" + saved.productId + "/packs/" + saved.id));
    }

    Uni<Answer> update(UnitOfWork unit, String product, String id, String ifMatch, Fields fields) {
        return parts.change(unit, product, (owner, rows) -> {
                    var pack = parts.pick(rows, id);
                    ETags.requireMatch(ifMatch, pack.version);
                    apply(fields, pack);
                    return table.update(unit, pack);
                })
                .map(saved -> Answer.ok(PackView.of(saved)));
    }

    Uni<Answer> delete(UnitOfWork unit, String product, String id, String ifMatch) {
        return parts.change(unit, product, (owner, rows) -> {
                    var pack = parts.pick(rows, id);
                    ETags.requireMatch(ifMatch, pack.version);
                    return table.delete(unit, pack.id);
                })
                .replaceWith(Answer.empty());
    }
}
