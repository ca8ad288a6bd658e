package org.quartermaster.equipment.samples;

import java.util.List;

/** One page of a machine's samples by bucket; buckets without a sample are left out. */
record SummaryPage(String equipmentId, String bucket, List<Summary> items, String nextCursor) {}
