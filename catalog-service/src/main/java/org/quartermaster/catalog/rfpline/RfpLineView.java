package org.quartermaster.catalog.rfpline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;

/**
 * A line as clients see it.
 *
 * @param matches the products that may be meant, the surest first; missing in lists that do not ask for them
 */
@Schema(name = "RfpLine")
public record RfpLineView(
        long id,
        long rfpId,
        int lineNo,
        String lot,
        @Schema(type = SchemaType.OBJECT) JsonNode sourceSpan,
        String rawText,
        String description,
        BigDecimal quantity,
        String uom,
        String uomRaw,
        String brand,
        String mpn,
        List<LineConstraint> constraints,
        String unspscHint,
        LineStatus status,
        Long productId,
        String packCode,
        BigDecimal confidence,
        String decidedBy,
        Instant decidedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<LineMatch> matches,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {
    private static final TypeReference<List<LineConstraint>> CONSTRAINTS = new TypeReference<>() {};
    private static final TypeReference<List<LineMatch>> MATCHES = new TypeReference<>() {};

    static RfpLineView of(RfpLine line, DatabaseJson json) {
        return new RfpLineView(
                line.id,
                line.rfpId,
                line.lineNo,
                line.lot,
                Json.stored(line.sourceSpan),
                line.rawText,
                line.description,
                line.quantity,
                line.uom,
                line.uomRaw,
                line.brand,
                line.mpn,
                json.read(line.constraints, CONSTRAINTS),
                line.unspscHint,
                line.status,
                line.productId,
                line.packCode,
                line.confidence,
                line.decidedBy,
                line.decidedAt,
                line.matches == null ? null : json.read(line.matches, MATCHES),
                line.createdAt,
                line.updatedAt,
                line.version);
    }
}
