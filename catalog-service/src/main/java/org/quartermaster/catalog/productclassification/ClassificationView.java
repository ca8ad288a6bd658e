package org.quartermaster.catalog.productclassification;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.catalog.classification.ClassSystem;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;

/** What an article is by one system, and how that came to be. */
@Schema(name = "ProductClassification")
record ClassificationView(
        long id,
        long productId,
        String unspscCode,
        String etimClass,
        Integer etimVersion,
        BigDecimal confidence,
        BigDecimal rawScore,
        String classificationMethod,
        String modelVersion,
        Status status,
        @Schema(type = SchemaType.ARRAY) JsonNode alternatives,
        @Schema(type = SchemaType.ARRAY) JsonNode evidence,
        Instant classifiedAt,
        String classifiedBy,
        Instant decidedAt,
        String notes,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    /** The columns, with the JSON as text. */
    static final String COLUMNS = """
            c.id, c.product_id, c.unspsc_code, c.etim_class, c.etim_version, c.confidence, c.raw_score,
            c.classification_method, c.model_version, c.status, cast(c.alternatives as text) as alternatives_text,
            cast(c.evidence as text) as evidence_text, c.classified_at, c.classified_by, c.decided_at, c.notes,
            c.created_at, c.updated_at, c.version\
            """;

    static ClassificationView of(Row row) {
        return new ClassificationView(
                row.getLong("id"),
                row.getLong("product_id"),
                row.getString("unspsc_code"),
                row.getString("etim_class"),
                row.getInteger("etim_version"),
                row.getBigDecimal("confidence"),
                row.getBigDecimal("raw_score"),
                row.getString("classification_method"),
                row.getString("model_version"),
                Words.find(Status.class, row.getString("status")).orElseThrow(),
                Json.stored(row.getString("alternatives_text")),
                Json.stored(row.getString("evidence_text")),
                Columns.instant(row.getOffsetDateTime("classified_at")),
                row.getString("classified_by"),
                Columns.instant(row.getOffsetDateTime("decided_at")),
                row.getString("notes"),
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("updated_at")),
                row.getInteger("version"));
    }

    ClassSystem system() {
        return unspscCode != null ? ClassSystem.UNSPSC : ClassSystem.ETIM;
    }

    String code() {
        return unspscCode != null ? unspscCode : etimClass;
    }
}
