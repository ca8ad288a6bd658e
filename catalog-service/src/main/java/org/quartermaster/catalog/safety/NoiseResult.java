package org.quartermaster.catalog.safety;

import java.math.BigDecimal;
import java.util.List;

/**
 * The noise of a day.
 *
 * @param permitted false when a level above 115 dB(A) occurs; dose and average are null then
 * @param allowedHours hours that the highest level may last
 * @param protectedDba the highest level behind the protector, null without one
 */
record NoiseResult(
        boolean permitted,
        BigDecimal dosePercent,
        BigDecimal twaDba,
        BigDecimal allowedHours,
        BigDecimal protectedDba,
        boolean actionLevelExceeded,
        List<ExposureStep> steps) {}
