package org.quartermaster.procurement.installation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is set for a stack on one machine, where nobody sends mails or takes money. */
@ConfigMapping(prefix = "qm.local")
interface LocalConfig {
    /** Whether this machine may read the mails and pay at the mock provider although requests need a token. */
    @WithDefault("${QM_LOCAL_PAGES:false}")
    boolean pages();
}
