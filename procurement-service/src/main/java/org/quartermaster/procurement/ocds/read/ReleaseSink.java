package org.quartermaster.procurement.ocds.read;

import org.quartermaster.procurement.ocds.Issue;

/** Takes what a reader finds, in the order of the file. */
public interface ReleaseSink {
    void release(ReadRelease release);

    void issue(Issue issue);

    /** Called at the end of each package. */
    void readPackage(PackageFacts facts);
}
