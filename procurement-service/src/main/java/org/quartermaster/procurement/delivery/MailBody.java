package org.quartermaster.procurement.delivery;

import java.util.List;

/** The same content as plain text and as HTML, line by line. */
final class MailBody {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder("<!DOCTYPE html><html><body>");

    MailBody heading(String words) {
        text.append(words).append("\n\n");
        html.append("<h2>").append(escaped(words)).append("</h2>");
        return this;
    }

    /** A title and what is said of it. */
    MailBody item(String title, List<String> lines) {
        text.append("* ").append(title).append('\n');
        html.append("<p><strong>").append(escaped(title)).append("</strong>");
        for (var line : lines) {
            text.append("  ").append(line).append('\n');
            html.append("<br>").append(escaped(line));
        }
        text.append('\n');
        html.append("</p>");
        return this;
    }

    MailBody line(String words) {
        text.append(words).append('\n');
        html.append("<p>").append(escaped(words)).append("</p>");
        return this;
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    String text() {
        return text.toString();
    }

    String html() {
        return html + "</body></html>";
    }
}
