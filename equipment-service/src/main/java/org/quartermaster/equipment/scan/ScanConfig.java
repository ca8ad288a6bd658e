package org.quartermaster.equipment.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What scanning needs to know of the world outside. */
@ConfigMapping(prefix = "qm")
public interface ScanConfig {
    /**
     * Where phones reach this service: what labels carry begins with it, so set it before the first label is printed.
     */
    @WithDefault("http://localhost:${quarkus.http.port}")
    String publicUrl();
}
