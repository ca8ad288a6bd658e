package org.quartermaster.platform.consumer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A page of dead letters; {@code total} is a lower bound where {@code total_exact} is false. */
record DeadLetterPage(
        List<DeadLetterView> items,
        long total,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {}
