package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a line comes to: the one rule of the service for rounding and tax.
 *
 * @param tax null when the rate is unknown
 */
public record LineAmount(BigDecimal total, BigDecimal tax) {

    /** Half up to the decimals of the currency; the tax is that of the rounded total. */
    public static LineAmount of(BigDecimal quantity, BigDecimal unitPrice, BigDecimal taxRate, int minorUnits) {
        BigDecimal total = quantity.multiply(unitPrice).setScale(minorUnits, RoundingMode.HALF_UP);
        BigDecimal tax = taxRate == null ? null : total.multiply(taxRate).setScale(minorUnits, RoundingMode.HALF_UP);
        return new LineAmount(total, tax);
    }
}
