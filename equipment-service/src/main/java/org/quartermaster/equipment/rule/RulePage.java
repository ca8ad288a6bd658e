package org.quartermaster.equipment.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A page of rules; {@code total} is a lower bound where {@code total_exact} is false. */
record RulePage(
        List<RuleView> items,
        long total,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {}
