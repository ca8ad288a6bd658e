package org.quartermaster.procurement.source;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** How OCDS is read. */
@ConfigMapping(prefix = "ocds")
public interface OcdsConfig {
    /** The official release schema of OCDS 1.1.5, which takes the place of the compact one of the service. */
    Optional<Path> schemaPath();
}
