package org.quartermaster.catalog.activity;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the check of the log found.
 *
 * @param rows that were compared with their links
 * @param pending rows that wait for their link
 * @param firstBad id of the first row that was changed or removed, or whose link was; null where all is well
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ActivityVerdict(boolean ok, long rows, long pending, Long firstBad) {}
