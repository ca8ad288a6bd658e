package org.quartermaster.procurement.imports;

import org.quartermaster.procurement.load.Counts;

/** An import as its event shows it. */
record ImportSummary(String jobId, String sourceId, Counts result) {}
