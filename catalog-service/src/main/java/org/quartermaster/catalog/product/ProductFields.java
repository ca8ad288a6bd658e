package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.function.Consumer;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.catalog.row.Input;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.catalog.unit.Unit;
import org.quartermaster.catalog.unit.Units;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;

/** Takes the fields of a request over into an article. */
final class ProductFields {
    private static final int CODE = 64;
    private static final int NAME = 300;
    private static final int ADDRESS = 2_000;
    private static final int TEXT = 20_000;
    private static final int MAX_JSON = 256 * 1_024;
    private static final int MAX_DEPTH = 16;

    private final Fields fields;
    private final Saving saving;
    private final Product product;

    private ProductFields(Fields fields, Saving saving, Product product) {
        this.fields = fields;
        this.saving = saving;
        this.product = product;
    }

    /** NB: a slug that is not given stays; null asks for one made of the name. */
    static void apply(Fields fields, Saving saving, Product product) {
        fields.require("sku", "name");
        var reading = new ProductFields(fields, saving, product);
        reading.names();
        reading.places();
        reading.trade();
        reading.origins();
        fields.checkStrictly();
    }

    private void names() {
        Input.line(fields, "sku", 1, CODE).to(value -> product.sku = value);
        Input.line(fields, "name", 1, NAME).to(value -> product.name = value);
        Input.line(fields, "slug", 1, NAME).to(value -> product.slug = value);
        take(Input.line(fields, "name_ar", 0, NAME), value -> product.nameAr = value);
        take(fields.text("description", 0, TEXT), value -> product.description = value);
        take(fields.text("enriched_description", 0, TEXT), value -> product.enrichedDescription = value);
        take(Input.line(fields, "mpn", 0, CODE), value -> product.mpn = value);
        take(Input.line(fields, "gtin", 0, CODE), this::gtin);
    }

    private <T> void take(Field<T> field, Consumer<T> target) {
        saving.take(field, target);
    }

    private void gtin(String code) {
        if (code != null && !Gtin.isValid(code)) {
            fields.error("gtin", "gtin.check_digit");
        }
        product.gtin = code;
    }

    private void places() {
        take(Numbers.id(fields, "category_id"), value -> product.categoryId = value);
        take(Numbers.id(fields, "brand_id"), value -> product.brandId = value);
        take(Numbers.id(fields, "supplier_id"), value -> product.supplierId = value);
        take(Numbers.id(fields, "successor_id"), value -> product.successorId = value);
        take(Numbers.id(fields, "catalogue_item_id"), value -> product.catalogueItemId = value);
    }

    private void trade() {
        saving.take(
                fields.word("status", ProductStatus.class),
                ProductStatus.ACTIVE,
                value -> product.status = Words.of(value));
        saving.take(
                fields.word("availability", Availability.class),
                Availability.IN_STOCK,
                value -> product.availability = Words.of(value));
        saving.take(fields.bool("is_published"), true, value -> product.isPublished = value);
        saving.take(fields.bool("allow_backorder"), false, value -> product.allowBackorder = value);
        saving.take(Input.currency(fields, "currency"), "USD", value -> product.currency = value);
        take(Numbers.amount(fields, "base_price"), value -> product.basePrice = value);
        saving.take(Input.line(fields, "base_uom", 1, CODE), Unit.PIECE, this::unit);
        saving.take(Input.line(fields, "tax_class", 1, CODE), "standard", value -> product.taxClass = value);
    }

    private void unit(String word) {
        Units.standard()
                .find(word)
                .ifPresentOrElse(
                        unit -> product.baseUom = unit.code(), () -> fields.error("base_uom", "reference.unknown"));
    }

    private void origins() {
        take(Input.line(fields, "source_url", 0, ADDRESS), value -> product.sourceUrl = value);
        take(fields.text("images_url", 0, TEXT), value -> product.imagesUrl = value);
        take(Input.line(fields, "enrichment_source", 0, NAME), value -> product.enrichmentSource = value);
        object("technical_specs", value -> product.technicalSpecs = value);
        object("supplier_info", value -> product.supplierInfo = value);
        object("competitor_data", value -> product.competitorData = value);
        object("import_metadata", value -> product.importMetadata = value);
    }

    private void object(String name, Consumer<JsonNode> target) {
        saving.take(fields.object(name, MAX_JSON, MAX_DEPTH), JsonNodeFactory.instance.objectNode(), target::accept);
    }
}
