package org.quartermaster.procurement.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the check of a chain found.
 *
 * @param checked links that were compared
 * @param pending rows that were not chained yet
 * @param firstBadSeq the first link that is missing, or whose row was changed, removed or moved; null where all is well
 */
@Schema(name = "ChainVerdict")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChainVerdict(boolean ok, long checked, long pending, Long firstBadSeq) {}
