package org.quartermaster.procurement.mail;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import org.quartermaster.platform.PlatformConfig;

/** Sends mails over SMTP (RFC 5321), or writes them to files where that is set. */
@ApplicationScoped
public class MailSender {
    private static final String MOCK = "mock";
    private static final String PATIENCE = "20000";

    private final MailConfig config;
    private final MailFiles files;
    private final Session session;

    @Inject
    MailSender(MailConfig config, MailFiles files) {
        this.config = config;
        this.files = files;
        this.session = Session.getInstance(isMock() ? new Properties() : properties(URI.create(config.transport())));
    }

    void warn(@Observes StartupEvent start, PlatformConfig platform) {
        if (isMock() && platform.auth() != PlatformConfig.AuthMode.DEMO) {
            Log.warnf("QM_MAIL is mock: mails are not sent, but written to %s", config.directory());
        }
    }

    /** Whether mails are written to files. */
    boolean isMock() {
        return config.transport().equals(MOCK);
    }

    private static Properties properties(URI server) {
        var scheme = server.getScheme();
        if (server.getHost() == null || !scheme.equals("smtp") && !scheme.equals("smtps")) {
            throw new IllegalStateException("QM_MAIL is neither mock nor smtp://host:port");
        }
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", scheme);
        for (var name : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail." + scheme + "." + name, PATIENCE);
        }
        properties.setProperty("mail." + scheme + ".starttls.enable", "true");
        return properties;
    }

    /**
     * Hands a mail over. Blocking.
     *
     * @throws MessagingException when the server does not take it
     */
    public void send(Mail mail) throws MessagingException, IOException {
        var message = MimeMail.of(session, config.from(), mail, Instant.now());
        if (isMock()) {
            files.write(mail, message);
            return;
        }
        var server = URI.create(config.transport());
        try (var transport = session.getTransport()) {
            connect(transport, server);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private static void connect(Transport transport, URI server) throws MessagingException {
        var user = server.getRawUserInfo() == null
                ? new String[0]
                : server.getRawUserInfo().split(":", 2);
        transport.connect(
                server.getHost(),
                server.getPort(),
                user.length > 0 ? decoded(user[0]) : null,
                user.length > 1 ? decoded(user[1]) : null);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
