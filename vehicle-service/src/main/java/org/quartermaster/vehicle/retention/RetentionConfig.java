package org.quartermaster.vehicle.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many days the traces of imports are kept; runs and the registry of files stay for ever. */
@ConfigMapping(prefix = "qm.vehicle.retention")
interface RetentionConfig {
    /** Single records of files; whole months go. */
    @WithDefault("${QM_VEHICLE_KEEP_ROWS:90}")
    int rows();

    /** Records in quarantine, after the decision about them; those that wait for one stay. */
    @WithDefault("${QM_VEHICLE_KEEP_QUARANTINE:180}")
    int quarantine();

    /** Statistics of the columns of files. */
    @WithDefault("${QM_VEHICLE_KEEP_COLUMN_STATS:400}")
    int columnStats();
}
