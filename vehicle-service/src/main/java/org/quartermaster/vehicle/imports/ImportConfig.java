package org.quartermaster.vehicle.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import org.quartermaster.platform.spool.SpoolSettings;
import org.quartermaster.vehicle.load.GateRule;

/** Bounds of feed files and of what is told of them. */
@ConfigMapping(prefix = "qm.vehicle.import")
public interface ImportConfig extends SpoolSettings {
    /** The property of {@link #maxUnpacked}, which bounds a body too. */
    String MAX_UNPACKED = "qm.vehicle.import.max-unpacked";

    /** Where files wait for their load; replicas that take over from each other share it. */
    @WithDefault("${QM_VEHICLE_SPOOL_DIR:${java.io.tmpdir}/quartermaster-spool}")
    @Override
    Path spool();

    @WithDefault(".csv")
    @Override
    String suffix();

    /** The largest file as it is sent, where it is packed. */
    @WithDefault("512M")
    @Override
    MemorySize maxPacked();

    /** The largest file, unpacked. */
    @WithDefault("4G")
    @Override
    MemorySize maxUnpacked();

    /** How many bytes may come out of one; a bomb has more. */
    @WithDefault("200")
    @Override
    int maxRatio();

    /** How long a file whose load failed is kept, to be tried again. */
    @WithDefault("PT24H")
    @Override
    Duration spoolKept();

    /** How long nobody who has the file of a run may be heard of until the run is closed; it beats every 5 s. */
    @WithDefault("PT60S")
    Duration silence();

    /** A file is rejected with more records in quarantine than this share of all, and than {@link #badRows}. */
    @WithDefault("${QM_VEHICLE_BAD_SHARE:0.05}")
    double badShare();

    /** See {@link #badShare}. */
    @WithDefault("${QM_VEHICLE_BAD_ROWS:100}")
    long badRows();

    /** Events of single lots that one load, or one other change of many lots, publishes at most. */
    @WithDefault("${QM_VEHICLE_LOT_EVENTS_MAX:5000}")
    int lotEventsMax();

    /** When it is concluded that lots are gone. */
    GateConfig gate();

    /** See {@link GateRule}. */
    interface GateConfig {
        /** The gate is closed with more than this share of the records in quarantine. */
        @WithDefault("${QM_VEHICLE_GATE_QUARANTINED:0.01}")
        double quarantinedAtMost();

        /** And with fewer usable records than this share of the baseline. */
        @WithDefault("${QM_VEHICLE_GATE_ROWS:0.9}")
        double rowsAtLeast();

        /** The baseline is the median of this many snapshots of the source that were loaded last. */
        @WithDefault("${QM_VEHICLE_GATE_BASELINE:5}")
        int baselineSnapshots();

        default GateRule rule() {
            return new GateRule(quarantinedAtMost(), rowsAtLeast(), baselineSnapshots());
        }
    }
}
