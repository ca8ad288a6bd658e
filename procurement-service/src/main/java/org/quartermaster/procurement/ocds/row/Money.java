package org.quartermaster.procurement.ocds.row;

import java.math.BigDecimal;
import java.util.Objects;

/** An amount, both parts null where they are not known. */
public record Money(BigDecimal amount, String currency) {
    public static final Money UNKNOWN = new Money(null, null);

    /** Equal in meaning: 1.50 is 1.5. */
    boolean means(Money other) {
        var sameAmount = amount == null ? other.amount == null : other.amount != null && amount.compareTo(other.amount) == 0;
        return sameAmount && Objects.equals(currency, other.currency);
    }
}
