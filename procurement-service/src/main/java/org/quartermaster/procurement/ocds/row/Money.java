package org.quartermaster.procurement.ocds.row;

import java.math.BigDecimal;

/** An amount, both parts null where they are not known. */
public record Money(BigDecimal amount, String currency) {
    public static final Money UNKNOWN = new Money(null, null);
}
