package org.quartermaster.catalog.specification;

import java.math.BigDecimal;
import java.util.Locale;
import org.quartermaster.catalog.row.CatalogRow;

/** One thing that is known of an article, bound to a feature of its class or by a name alone. */
public final class Specification extends CatalogRow {
    public Long productId;
    public String specName;
    public String specValue;
    public String specCategory;

    /** The symbol of the unit, where we know it; else the word that was given. */
    public String unit;

    public boolean isSearchable = true;
    public String featureId;
    public String valueCode;
    public BigDecimal valueNum;
    public BigDecimal valueLow;
    public BigDecimal valueHigh;
    public Boolean valueBool;
    public String dimension;
    public BigDecimal canonicalLow;
    public BigDecimal canonicalHigh;
    public String noValueReason;
    public String source = "manual";

    /** What it is the only one of on an article. */
    String key() {
        return featureId == null ? "name " + specName.strip().toLowerCase(Locale.ROOT) : featureId;
    }
}
