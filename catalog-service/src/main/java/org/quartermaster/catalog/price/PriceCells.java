package org.quartermaster.catalog.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;

/**
 * What a row of a file says of a price.
 *
 * @param isDated whether it says from when on it holds; one that does not holds from now on
 * @param isEnding whether it says until when it holds
 */
record PriceCells(Price price, boolean isDated, boolean isEnding) {
    private static final String IMPORT = "import";

    /** 422 for what is no price of the product. */
    static PriceCells read(FileRow row, PricedProduct product) {
        var cells = row.cells().deepCopy();
        cells.remove("product_id");
        var fields = Fields.ofCells(cells);
        var price = new Price();
        price.productId = product.id();
        price.currency = product.currency();
        price.source = IMPORT;
        PriceFields.apply(fields, price);
        if (price.amount == null && fields.errors().isEmpty()) {
            fields.error("amount", "missing");
        }
        if (price.effectiveTo != null && price.effectiveFrom == null) {
            fields.error("effective_from", "missing");
        }
        fields.checkStrictly();
        price.uom = price.uom == null ? product.baseUom() : price.uom;
        var isDated = price.effectiveFrom != null;
        price.effectiveFrom = isDated ? price.effectiveFrom : product.now();
        PriceBook.requireUnit(price, product);
        return new PriceCells(price, isDated, cells.has("effective_to"));
    }

    /**
     * What it changes of the rows of the product that are not superseded.
     *
     * @throws Problem {@code price.overlap} where another row holds at some of its time
     */
    FromNow change(List<Price> rows, Instant now) {
        var ladder = rows.stream().filter(this::isOfCase).toList();
        if (!isDated) {
            return FromNow.of(price, ladder, now);
        }
        var same = ladder.stream()
                .filter(row -> row.effectiveFrom.equals(price.effectiveFrom))
                .findFirst()
                .orElse(null);
        if (same != null && !isEnding) {
            price.effectiveTo = same.effectiveTo;
        }
        if (same != null && isSame(same)) {
            return new FromNow(List.of(), List.of());
        }
        if (ladder.stream().anyMatch(row -> row != same && price.overlaps(row))) {
            throw Problem.invalid("effective_from", "price.overlap");
        }
        return new FromNow(same == null ? List.of() : List.of(same), List.of(price));
    }

    private boolean isOfCase(Price row) {
        return row.priceKind == price.priceKind
                && row.priceType == price.priceType
                && row.currency.equals(price.currency)
                && row.uom.equals(price.uom)
                && row.scopeKey().equals(price.scopeKey())
                && row.supplierKey().equals(price.supplierKey())
                && row.minimumQuantity.compareTo(price.minimumQuantity) == 0;
    }

    private boolean isSame(Price row) {
        return isEqual(row.amount, price.amount)
                && isEqual(row.priceUnitQuantity, price.priceUnitQuantity)
                && (row.effectiveTo == null ? price.effectiveTo == null : row.effectiveTo.equals(price.effectiveTo));
    }

    private static boolean isEqual(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }
}
