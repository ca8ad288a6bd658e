package org.quartermaster.equipment.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A page of offers; {@code total} is a lower bound where {@code total_exact} is false. */
record OfferPage(
        List<OfferView> items,
        long total,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {}
