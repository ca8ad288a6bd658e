package org.quartermaster.vehicle.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The directory whose files are imported by themselves. */
@ConfigMapping(prefix = "qm.vehicle.watch")
interface WatchConfig {
    /** Where feeds are put; all replicas see the same one, or none does. No directory: nothing is watched. */
    @WithDefault("${QM_VEHICLE_IMPORT_DIR:}")
    Optional<Path> directory();

    /** How long a file must not have changed, for it may still be on its way. */
    @WithDefault("PT10S")
    Duration settled();

    /** How often it is looked into. */
    @WithDefault("PT1S")
    Duration look();
}
