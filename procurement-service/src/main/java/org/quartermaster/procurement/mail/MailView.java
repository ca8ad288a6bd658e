package org.quartermaster.procurement.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A mail that was written to a file.
 *
 * @param attachments names of its files
 */
public record MailView(
        String to,
        String subject,
        String text,
        String html,
        Map<String, String> headers,
        List<String> attachments,
        Instant sentAt) {

    static MailView of(MimeMessage message, Instant sentAt) throws MessagingException, IOException {
        var parts = new ArrayList<Part>();
        collect(message, parts);
        return new MailView(
                ((InternetAddress) message.getAllRecipients()[0]).getAddress(),
                message.getSubject(),
                text(parts, "text/plain"),
                text(parts, "text/html"),
                headers(message),
                names(parts),
                sentAt);
    }

    private static void collect(Part part, List<Part> found) throws MessagingException, IOException {
        if (part.getContent() instanceof MimeMultipart several) {
            for (var i = 0; i < several.getCount(); i++) {
                collect(several.getBodyPart(i), found);
            }
        } else {
            found.add(part);
        }
    }

    private static String text(List<Part> parts, String type) throws MessagingException, IOException {
        for (var part : parts) {
            if (part.getFileName() == null && part.isMimeType(type)) {
                return ((String) part.getContent()).replace("\r\n", "\n");
            }
        }
        return null;
    }

    private static List<String> names(List<Part> parts) throws MessagingException {
        var names = new ArrayList<String>();
        for (var part : parts) {
            if (part.getFileName() != null) {
                names.add(part.getFileName());
            }
        }
        return names;
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException, IOException {
        var headers = new TreeMap<String, String>();
        for (var header : Collections.list(message.getAllHeaders())) {
            headers.put(header.getName(), MimeUtility.decodeText(MimeUtility.unfold(header.getValue())));
        }
        return headers;
    }
}
