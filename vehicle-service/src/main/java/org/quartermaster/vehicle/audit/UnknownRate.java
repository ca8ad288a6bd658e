package org.quartermaster.vehicle.audit;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * How much of a column says nothing.
 *
 * @param unknownRate percent of the records in which it is empty or was not understood
 */
record UnknownRate(
        UUID fileId,
        String path,
        String columnName,
        long rowCount,
        long emptyCount,
        long unknownCount,
        BigDecimal unknownRate) {}
