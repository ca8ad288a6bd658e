package org.quartermaster.catalog.price;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What happened to the prices of a product.
 *
 * @param basePrice what it costs everybody now, by its base unit
 * @param added rows that hold from now on, as far as their period says so
 * @param superseded rows that do not hold any longer
 */
@Schema(name = "PriceChange")
record PriceChange(
        long productId,
        String sku,
        String currency,
        BigDecimal basePrice,
        List<PriceView> added,
        List<PriceView> superseded) {}
