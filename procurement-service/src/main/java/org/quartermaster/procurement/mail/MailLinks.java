package org.quartermaster.procurement.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Links to this service as the world reaches it, in mails and packages that go out. */
@ApplicationScoped
public class MailLinks {
    private final String base;

    @Inject
    MailLinks(LinkConfig config) {
        this.base = config.publicUrl().replaceAll("/+$", "");
    }

    /**
     * A link with a mailed token.
     *
     * @param path such as {@code /account/verify-email}
     */
    public String to(String path, String code) {
        return to(path) + "?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    }

    /** A link to a path of this service. */
    public String to(String path) {
        return base + path;
    }
}
