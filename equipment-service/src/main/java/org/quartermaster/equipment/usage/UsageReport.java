package org.quartermaster.equipment.usage;

import java.util.List;

/** The use of a machine by period. */
record UsageReport(String equipmentId, Period bucket, List<Usage> items) {}
