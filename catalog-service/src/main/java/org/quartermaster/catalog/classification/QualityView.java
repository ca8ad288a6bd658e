package org.quartermaster.catalog.classification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/**
 * What suggestions were worth when they were last measured, on names that the engine was not taught.
 *
 * @param names how many names were asked
 * @param first share of them of which the first code was right
 * @param amongFive share of them of which a right code was among five
 * @param kinds how near the first codes came, in numbers of names
 */
@Schema(name = "ClassificationQuality")
record QualityView(
        ClassSystem system,
        String modelVersion,
        Instant measuredAt,
        int names,
        double first,
        double amongFive,
        double calibrationError,
        List<CoveragePoint> curve,
        Map<String, Integer> kinds,
        @JsonIgnore long version)
        implements Versioned {}
