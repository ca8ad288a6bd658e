package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.catalog.exchange.FileColumns.Cell;
import org.quartermaster.catalog.product.ProductBatch;
import org.quartermaster.catalog.product.ProductView;
import org.quartermaster.platform.change.UnitOfWork;

/** Articles. */
@ApplicationScoped
class ProductTarget implements ImportTarget {
    private static final WordLookup CATEGORY = new WordLookup("category", "category_id", """
            with asked as materialized (select w.word, lower(w.word) as name from unnest($2::text[]) as w (word))
            select distinct on (f.word) f.word, f.id from (
              select w.word, c.id, 1 as n from asked w
                join catalog.category c on c.tenant_id = $1 and c.external_code = w.word
              union all
              select w.word, c.id, 2 from asked w join catalog.category c on c.tenant_id = $1 and c.slug = w.word
              union all
              select w.word, c.id, 2 from asked w join catalog.category c on c.tenant_id = $1 and lower(c.name) = w.name
            ) f order by f.word, f.n, f.id
            """);
    private static final WordLookup BRAND = new WordLookup("brand", "brand_id", """
            with asked as materialized (
              select w.word, catalog.name_key(w.word) as key from unnest($2::text[]) as w (word))
            select f.word, min(f.id) as id from (
              select w.word, b.id from asked w join catalog.brand b on b.tenant_id = $1 and b.name_key = w.key
              union all
              select w.word, b.id from asked w join catalog.brand b on b.tenant_id = $1 and b.slug = w.word
            ) f group by f.word
            """);
    private static final FileColumns COLUMNS = new FileColumns()
            .key("sku")
            .require("sku")
            .with(
                    "sku",
                    Cell.LINE,
                    "product_code",
                    "article_number",
                    "item_code",
                    "item_number",
                    "artikelnummer",
                    "رمز_المنتج")
            .with("name", Cell.NAME, "product_name", "title", "bezeichnung", "اسم_المنتج")
            .with("name_ar", Cell.LINE, "arabic_name")
            .with("description", Cell.TEXT, "product_description", "long_description", "beschreibung", "الوصف")
            .with("base_price", Cell.NUMBER, "price", "list_price", "unit_price", "preis", "السعر")
            .with("currency", Cell.LINE, "currency_code", "währung", "العملة")
            .with("mpn", Cell.LINE, "manufacturer_part_number", "part_number", "part_no")
            .with("gtin", Cell.LINE, "upc", "ean", "barcode")
            .with("source_url", Cell.LINE, "url", "product_url")
            .with("images_url", Cell.LINE, "image_url", "image", "images")
            .with("base_uom", Cell.LINE, "unit", "uom", "unit_of_measure", "einheit", "الوحدة")
            .with("availability", Cell.AVAILABILITY, "in_stock")
            .with("status", Cell.LINE)
            .with("is_published", Cell.TRUTH, "published")
            .with("allow_backorder", Cell.TRUTH)
            .with("tax_class", Cell.LINE)
            .with("slug", Cell.LINE)
            .with("category", Cell.LINE, "category_code", "category_name", "kategorie", "الفئة")
            .with("category_id", Cell.NUMBER)
            .with("brand", Cell.LINE, "brand_name", "manufacturer", "marke", "العلامة_التجارية")
            .with("brand_id", Cell.NUMBER)
            .with(FileCodes.UNSPSC, Cell.LINE, "unspsc_code", "commodity_code")
            .with(FileCodes.ETIM, Cell.LINE, "etim", "etim_code")
            .with("supplier", Cell.LINE, "supplier_code", "supplier_name", "lieferant")
            .with("supplier_id", Cell.NUMBER);

    private final ProductBatch products;
    private final Supplies supplies;
    private final FileCodes codes;

    @Inject
    ProductTarget(ProductBatch products, Supplies supplies, FileCodes codes) {
        this.products = products;
        this.supplies = supplies;
        this.codes = codes;
    }

    @Override
    public String kind() {
        return "products";
    }

    @Override
    public FileColumns columns() {
        return COLUMNS;
    }

    @Override
    public List<WordLookup> lookups() {
        return List.of(CATEGORY, BRAND, WordLookup.SUPPLIER);
    }

    @Override
    public Uni<Void> supply(UnitOfWork unit, List<FileRow> rows, FileMapping mapping) {
        return supplies.categories(unit, rows, CATEGORY, mapping)
                .chain(() -> supplies.brands(unit, rows, BRAND, mapping));
    }

    @Override
    public Uni<List<RowOutcome>> write(UnitOfWork unit, List<FileRow> rows, FileMapping mapping, String importId) {
        var isCleaned = mapping.clean() == FileMapping.Clean.ALL;
        return codes.take(unit, rows).chain(taken -> products.write(
                        unit, rows.stream().filter(row -> !taken.isRefused(row)).toList(), importId, isCleaned)
                .call(outcomes -> supplies.packing(unit, outcomes, mapping))
                .map(outcomes -> outcomes.stream()
                        .map(outcome -> noted(outcome, mapping))
                        .toList())
                .chain(outcomes -> codes.keep(unit, taken, outcomes, mapping.trusted()))
                .map(outcomes -> Stream.concat(taken.refused().stream(), outcomes.stream())
                        .toList()));
    }

    private static RowOutcome noted(RowOutcome outcome, FileMapping mapping) {
        if (!(outcome.after() instanceof ProductView product)) {
            return outcome;
        }
        var noted = product.categoryId() == null ? outcome.noting("without_category") : outcome;
        return mapping.parsePacks() && Supplies.hasPacking(product) ? noted.noting("packing_read") : noted;
    }
}
