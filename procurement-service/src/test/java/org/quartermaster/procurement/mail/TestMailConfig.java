package org.quartermaster.procurement.mail;

import java.nio.file.Path;

/** A way for mails that a test chooses. */
record TestMailConfig(String transport, Path directory) implements MailConfig {
    @Override
    public String from() {
        return "no-reply@example.com";
    }

    @Override
    public int attempts() {
        return 3;
    }
}
