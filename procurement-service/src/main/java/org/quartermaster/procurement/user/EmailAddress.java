package org.quartermaster.procurement.user;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.quartermaster.platform.rest.Fields;

/**
 * An e-mail address.
 *
 * @param text as it was written
 * @param norm by which it is known: NFKC, lower case, the domain as IDNA writes it
 */
public record EmailAddress(String text, String norm) {
    private static final int MAX = 255;
    private static final int MAX_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[^\\s\\p{Cntrl}@\"(),:;<>\\[\\]\\\\.]+(\\.[^\\s\\p{Cntrl}@\"(),:;<>\\[\\]\\\\.]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

    /** Reads a field of a request; null when it is absent or wrong, which is noted. */
    public static EmailAddress read(Fields fields, String name) {
        var text = fields.text(name, 0, MAX).value();
        if (text == null) {
            return null;
        }
        var norm = norm(text);
        if (norm == null) {
            fields.error(name, "email_invalid");
            return null;
        }
        return new EmailAddress(text, norm);
    }

    /** The part before the at sign, in its normal form. */
    public String local() {
        return norm.substring(0, norm.indexOf('@'));
    }

    private static String norm(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        var at = folded.indexOf('@');
        if (at < 1 || at > MAX_LOCAL || at != folded.lastIndexOf('@')) {
            return null;
        }
        var domain = domain(folded.substring(at + 1));
        var local = folded.substring(0, at);
        var norm = local + "@" + domain;
        return domain == null || !LOCAL.matcher(local).matches() || norm.length() > MAX ? null : norm;
    }

    private static String domain(String text) {
        try {
            var ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(ascii).matches() ? ascii : null;
        } catch (IllegalArgumentException wrong) {
            return null;
        }
    }
}
