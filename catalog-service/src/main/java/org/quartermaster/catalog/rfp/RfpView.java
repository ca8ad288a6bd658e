package org.quartermaster.catalog.rfp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;

/**
 * A request as clients see it.
 *
 * @param parsedContent its whole text; only where a single one is shown
 * @param parsedRequirements what its lines require of products, by line; likewise
 */
@Schema(name = "Rfp")
public record RfpView(
        long id,
        String documentName,
        String documentPath,
        Long fileId,
        Long fileSize,
        String fileType,
        Instant uploadDate,
        @JsonInclude(JsonInclude.Include.NON_NULL) String parsedContent,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(type = SchemaType.ARRAY, implementation = Object.class)
        JsonNode parsedRequirements,

        AnalysisStatus analysisStatus,
        RfpState state,
        @Schema(type = SchemaType.OBJECT) JsonNode analysisResults,
        String failureCode,
        String clientName,
        Long customerId,
        BigDecimal projectValue,
        String currency,
        LocalDate deadline,
        String language,
        RfpSource source,
        String sourceRef,
        RfpCounts counts,
        List<RfpWarning> warnings,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    /** How many lines came to what. */
    @Schema(name = "RfpCounts")
    public record RfpCounts(int lines, int auto, int review, int noMatch, int confirmed, int rejected, int excluded) {
        static RfpCounts of(JsonNode counts) {
            return new RfpCounts(
                    counts.path("lines").intValue(),
                    counts.path("auto").intValue(),
                    counts.path("review").intValue(),
                    counts.path("no_match").intValue(),
                    counts.path("confirmed").intValue(),
                    counts.path("rejected").intValue(),
                    counts.path("excluded").intValue());
        }
    }

    /** Something that a person should look at. */
    @Schema(name = "RfpWarning")
    public record RfpWarning(String code, Integer lineNo, String message) {
        static RfpWarning of(JsonNode warning, Locale language) {
            var line = warning.path("line_no");
            var code = warning.path("code").textValue();
            return new RfpWarning(code, line.isInt() ? line.intValue() : null, Messages.text(language, code));
        }
    }

    /** @param language of the warnings */
    static RfpView of(RfpDocument rfp, Locale language) {
        var results = Json.stored(rfp.analysisResults);
        var warnings = StreamSupport.stream(results.path("warnings").spliterator(), false)
                .map(warning -> RfpWarning.of(warning, language))
                .toList();
        return new RfpView(
                rfp.id,
                rfp.documentName,
                rfp.documentPath,
                rfp.fileId,
                rfp.fileSize,
                rfp.fileType,
                rfp.uploadDate,
                rfp.parsedContent,
                Json.stored(rfp.parsedRequirements),
                rfp.analysisStatus,
                rfp.state,
                results,
                rfp.failureCode,
                rfp.clientName,
                rfp.customerId,
                rfp.projectValue,
                rfp.currency,
                rfp.deadline,
                rfp.language,
                rfp.source,
                rfp.sourceRef,
                RfpCounts.of(Json.stored(rfp.counts)),
                warnings,
                rfp.createdAt,
                rfp.updatedAt,
                rfp.version);
    }
}
