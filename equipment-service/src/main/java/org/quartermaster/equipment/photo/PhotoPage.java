package org.quartermaster.equipment.photo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The photos of a machine. */
record PhotoPage(
        List<PhotoView> items,
        long total,
        boolean totalExact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {}
