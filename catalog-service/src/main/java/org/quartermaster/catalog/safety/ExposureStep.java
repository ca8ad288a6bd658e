package org.quartermaster.catalog.safety;

import java.math.BigDecimal;

/** One line of the arithmetic, as a person would write it down. */
record ExposureStep(String code, String formula, BigDecimal result) {}
