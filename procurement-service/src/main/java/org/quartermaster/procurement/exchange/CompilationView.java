package org.quartermaster.procurement.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Compiled releases, one for each process.
 *
 * @param versioned the same with all successive values; null where they were not asked for
 */
@Schema(name = "OcdsCompilation")
public record CompilationView(
        List<JsonNode> compiled,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<JsonNode> versioned,
        List<ExchangeIssue> issues) {}
