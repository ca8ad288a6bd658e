package org.quartermaster.procurement.tender;

import java.math.BigDecimal;
import java.util.List;

/** Something that a tender asks for. */
public record TenderItem(
        String itemId,
        String description,
        String cpvCode,
        List<String> additionalCpv,
        BigDecimal quantity,
        String unit,
        BigDecimal unitValue,
        String currency,
        String lotId) {}
