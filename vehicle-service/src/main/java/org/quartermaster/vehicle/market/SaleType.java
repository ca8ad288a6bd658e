package org.quartermaster.vehicle.market;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How lots are sold. */
@Schema(name = "SaleType")
enum SaleType {
    PURE_SALE,
    MINIMUM_BID,
    ON_APPROVAL,
    UNKNOWN
}
