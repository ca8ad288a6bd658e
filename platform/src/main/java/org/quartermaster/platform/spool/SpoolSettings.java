package org.quartermaster.platform.spool;

import io.quarkus.runtime.configuration.MemorySize;
import java.nio.file.Path;
import java.time.Duration;

/** Where a service keeps files that wait for their load, and how large they may be. */
public interface SpoolSettings {
    /** The directory; replicas that take over from each other share it. */
    Path spool();

    /** The end of the files' names, such as {@code .csv}. */
    String suffix();

    /** The largest file as it is sent, where it is packed. */
    MemorySize maxPacked();

    /** The largest file, unpacked. */
    MemorySize maxUnpacked();

    /** How many bytes may come out of one; a bomb has more. */
    int maxRatio();

    /** How long a file whose load failed is kept, to be tried again. */
    Duration spoolKept();
}
