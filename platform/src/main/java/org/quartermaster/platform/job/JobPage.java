package org.quartermaster.platform.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A page of jobs, newest first; {@code total} is a lower bound where {@code total_exact} is false. */
public record JobPage(
        List<?> items,
        long total,
        boolean totalExact,
        int limit,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {}
