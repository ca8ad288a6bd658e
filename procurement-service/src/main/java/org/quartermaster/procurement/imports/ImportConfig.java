package org.quartermaster.procurement.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import org.quartermaster.platform.spool.SpoolSettings;

/** Bounds of OCDS files and of what is told of them. */
@ConfigMapping(prefix = "qm.procurement.import")
public interface ImportConfig extends SpoolSettings {
    /** The property of {@link #maxUnpacked}, which bounds a body too. */
    String MAX_UNPACKED = "qm.procurement.import.max-unpacked";

    /** Where files wait for their load; replicas that take over from each other share it. */
    @WithDefault("${QM_PROCUREMENT_SPOOL_DIR:${java.io.tmpdir}/quartermaster-ocds-spool}")
    @Override
    Path spool();

    @WithDefault(".ocds")
    @Override
    String suffix();

    /** The largest file as it is sent, where it is packed. */
    @WithDefault("1G")
    @Override
    MemorySize maxPacked();

    /** The largest file, unpacked. */
    @WithDefault("4G")
    @Override
    MemorySize maxUnpacked();

    /** How many bytes may come out of one; JSON of many equal names packs well, a bomb better. */
    @WithDefault("200")
    @Override
    int maxRatio();

    /** How long a file whose load failed is kept. */
    @WithDefault("PT24H")
    @Override
    Duration spoolKept();

    /** How long nobody who has the file of an import may be heard of until it fails; it beats every 5 s. */
    @WithDefault("PT60S")
    Duration silence();

    /** Events of single tenders that one import publishes at most. */
    @WithDefault("${QM_PROCUREMENT_IMPORT_EVENTS_MAX:5000}")
    int eventsMax();
}
