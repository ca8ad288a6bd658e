package org.quartermaster.procurement.mail;

import java.util.Map;

/**
 * A mail to one address.
 *
 * @param id the same for each attempt: the local part of its Message-ID
 * @param headers further header fields, such as {@code List-Unsubscribe}
 * @param html the same as the text, as HTML; null for a mail of text alone
 * @param attachments contents by file name; mostly none
 */
public record Mail(
        String id,
        String to,
        String subject,
        String text,
        String html,
        Map<String, String> headers,
        Map<String, byte[]> attachments) {

    /** A mail of text alone. */
    public static Mail plain(String id, String to, String subject, String text) {
        return new Mail(id, to, subject, text, null, Map.of(), Map.of());
    }
}
