package org.quartermaster.procurement.password;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.config.SystemConfig;

/** What a new password must be: long, not a common one, and not made of the address (NIST SP 800-63B, 5.1.1.2). */
@ApplicationScoped
public class PasswordRules {
    private static final int MAX = 128;
    private static final int TELLING = 4;
    private static final String HOLDS_ADDRESS = "password_holds_address";

    private final SystemConfig settings;
    private final Set<String> common;

    @Inject
    PasswordRules(SystemConfig settings) {
        this.settings = settings;
        this.common = common();
    }

    private static Set<String> common() {
        try (var file = PasswordRules.class.getResourceAsStream("/common_passwords.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A new password from a form of a page; 422 when something is wrong with it. */
    public String require(String name, String text) {
        var json = JsonNodeFactory.instance.objectNode().put(name, text);
        var fields = Fields.ofJson(json, Fields.Nulls.IGNORED);
        var password = read(fields, name);
        fields.check();
        return password;
    }

    /** Reads the field of a new password; what is wrong with it is noted. */
    public String read(Fields fields, String name) {
        fields.require(name);
        var password =
                fields.text(name, settings.integer("auth.min_password"), MAX).value();
        if (password != null && common.contains(password.toLowerCase(Locale.ROOT))) {
            fields.error(name, "password_common");
        }
        return password;
    }

    /** Notes an error where the password holds the part of the address before the at sign. */
    public void keepApart(Fields fields, String name, String password, String email) {
        if (password != null && holds(password, email)) {
            fields.error(name, HOLDS_ADDRESS);
        }
    }

    /** As above, where the address is not known before the work: 422. */
    public static void requireApart(String name, String password, String email) {
        if (holds(password, email)) {
            throw Problem.invalid(name, HOLDS_ADDRESS);
        }
    }

    private static boolean holds(String password, String email) {
        var local = email.substring(0, email.indexOf('@'));
        return local.length() >= TELLING && password.toLowerCase(Locale.ROOT).contains(local);
    }
}
