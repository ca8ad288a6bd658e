package org.quartermaster.procurement.fraud;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a block names. */
enum BlockKind {
    EMAIL("[^@\\s]+@[^@\\s]+"),
    DOMAIN("([a-z0-9-]+\\.)+[a-z0-9-]+"),
    /** One address, or a network. */
    ADDRESS(IpNetwork.FORM),
    /** The hash of a device, as a case shows it. */
    FINGERPRINT("[0-9a-f]{64}");

    private final Pattern form;

    BlockKind(String form) {
        this.form = Pattern.compile(form);
    }

    /** The value as it is compared; null where it is none of this kind. */
    String read(String value) {
        var text = value.strip().toLowerCase(Locale.ROOT);
        return form.matcher(text).matches() && (this != ADDRESS || IpNetwork.isValid(text)) ? text : null;
    }
}
