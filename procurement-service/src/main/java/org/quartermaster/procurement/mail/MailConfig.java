package org.quartermaster.procurement.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** How mails leave. */
@ConfigMapping(prefix = "qm.mail")
interface MailConfig {
    /** {@code mock} writes files; {@code smtp://} or {@code smtps://user:password@host:port} sends. */
    @WithDefault("${QM_MAIL:mock}")
    String transport();

    /** Whom mails come from. */
    @WithDefault("${QM_MAIL_FROM:no-reply@quartermaster.local}")
    String from();

    /** Where the mock writes its files. */
    @WithDefault("${QM_MAIL_DIRECTORY:${java.io.tmpdir}/quartermaster-mail}")
    Path directory();

    /** Attempts until a mail is given up. */
    @WithDefault("10")
    int attempts();
}
