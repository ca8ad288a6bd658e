package org.quartermaster.catalog.pricing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The prices of a batch, in the order of its lines. */
@Schema(name = "Prices")
record ResolvedPrices(List<ResolvedPrice> items) {}
