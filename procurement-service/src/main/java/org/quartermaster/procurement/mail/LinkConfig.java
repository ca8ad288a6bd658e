package org.quartermaster.procurement.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What links need to know of the world outside. */
@ConfigMapping(prefix = "qm")
interface LinkConfig {
    /** Where people reach this service; links begin with it. */
    @WithDefault("${QM_PUBLIC_URL:http://localhost:${quarkus.http.port}}")
    String publicUrl();
}
