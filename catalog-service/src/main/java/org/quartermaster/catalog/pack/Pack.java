package org.quartermaster.catalog.pack;

import java.math.BigDecimal;
import org.quartermaster.catalog.row.VersionedRow;

/** A pack that an article is sold in. */
final class Pack extends VersionedRow {
    public Long productId;
    public String code;

    /** Base units in one pack. */
    public BigDecimal factor;

    public String sku;
    public String gtin;
    public BigDecimal orderMin;
    public BigDecimal orderStep;
    public boolean isDefaultOrderUnit;
}
