package org.quartermaster.catalog.tendersubscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** A subscription as its tenant sees it. */
@Schema(name = "TenderSubscription")
record TenderSubscriptionView(
        long id,
        String cpvPrefix,
        @JsonProperty("is_active") boolean active,
        boolean draftQuotation,
        Long customerGroupId,
        BigDecimal minValue,
        BigDecimal maxValue,
        String notes,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    static TenderSubscriptionView of(TenderSubscription subscription) {
        return new TenderSubscriptionView(
                subscription.id,
                subscription.cpvPrefix,
                subscription.isActive,
                subscription.draftQuotation,
                subscription.customerGroupId,
                subscription.minValue,
                subscription.maxValue,
                subscription.notes,
                subscription.createdAt,
                subscription.updatedAt,
                subscription.version);
    }
}
