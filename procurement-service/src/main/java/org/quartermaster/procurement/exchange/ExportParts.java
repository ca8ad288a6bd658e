package org.quartermaster.procurement.exchange;

import org.quartermaster.platform.job.JobRun;

/** Reads the tenders of an export, a part at a time. */
interface ExportParts {
    /** What a file of this form begins with. */
    String beginning();

    /** The part behind a tender; null where there is none. Blocking. */
    ExportPart after(JobRun run, ExportOrder order, String tenderId);
}
