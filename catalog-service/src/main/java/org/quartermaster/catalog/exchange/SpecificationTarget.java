package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.catalog.exchange.FileColumns.Cell;
import org.quartermaster.catalog.specification.SpecificationBatch;
import org.quartermaster.platform.change.UnitOfWork;

/** Specifications of articles. */
@ApplicationScoped
class SpecificationTarget implements ImportTarget {
    private static final FileColumns COLUMNS = new FileColumns()
            .key("sku", "feature_id", "spec_name")
            .require("sku")
            .require("spec_name", "feature_id")
            .with(
                    "sku",
                    Cell.LINE,
                    "product_code",
                    "article_number",
                    "item_code",
                    "item_number",
                    "artikelnummer",
                    "رمز_المنتج")
            .with("spec_name", Cell.LINE, "specification", "property", "attribute", "feature", "merkmal")
            .with("feature_id", Cell.LINE, "etim_feature")
            .with("spec_value", Cell.TEXT, "value", "wert")
            .with("unit", Cell.LINE, "uom", "einheit")
            .with("spec_category", Cell.LINE)
            .with("is_searchable", Cell.TRUTH)
            .with("value_code", Cell.LINE, "etim_value")
            .with("value_num", Cell.NUMBER)
            .with("value_low", Cell.NUMBER)
            .with("value_high", Cell.NUMBER)
            .with("value_bool", Cell.TRUTH)
            .with("no_value_reason", Cell.LINE);

    private final SpecificationBatch specifications;

    @Inject
    SpecificationTarget(SpecificationBatch specifications) {
        this.specifications = specifications;
    }

    @Override
    public String kind() {
        return "specifications";
    }

    @Override
    public FileColumns columns() {
        return COLUMNS;
    }

    @Override
    public List<WordLookup> lookups() {
        return List.of(WordLookup.PRODUCT);
    }

    @Override
    public Uni<List<RowOutcome>> write(UnitOfWork unit, List<FileRow> rows, FileMapping mapping, String importId) {
        return specifications.write(unit, rows);
    }
}
