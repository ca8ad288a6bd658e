package org.quartermaster.catalog.quotation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/**
 * A quotation as the API shows it.
 *
 * @param reservationId what holds its stock, or held it; null before it is accepted
 * @param backordered what the stock could not give when it was accepted
 * @param untracked products that no warehouse keeps, of which nothing is held
 */
@Schema(name = "Quotation")
public record QuotationView(
        @JsonUnwrapped QuotationEntry quotation,
        List<QuotationLine> lineItems,
        List<QuotationWarning> warnings,
        Long reservationId,
        @Schema(type = SchemaType.ARRAY) JsonNode backordered,
        @Schema(type = SchemaType.ARRAY) JsonNode untracked)
        implements Versioned {

    @Override
    public long version() {
        return quotation.version();
    }
}
