package org.quartermaster.procurement.delivery;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.list.CsvText;
import org.quartermaster.procurement.alert.Frequency;
import org.quartermaster.procurement.mail.Mail;

/** What mails about matches say. */
final class Mails {
    private static final int SHOWN = 500;

    private Mails() {}

    /**
     * Whom a mail is for.
     *
     * @param unsubscribe the address that takes him off with one POST
     */
    record Recipient(String address, String unsubscribe) {
        Map<String, String> headers() {
            return Map.of(
                    "List-Unsubscribe", "<" + unsubscribe + ">", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    static Mail instant(Item item, Recipient to) {
        var body = new MailBody().item(item.title(), lines(item)).line("Leave these mails: " + to.unsubscribe());
        return mail(item.notificationId().toString(), to, item.title(), body, Map.of());
    }

    /** @param closing tenders that close within seven days, told of before */
    static Mail digest(String id, Frequency frequency, List<Item> items, List<Item> closing, Recipient to) {
        var shown = items.stream().limit(SHOWN).toList();
        var body = new MailBody();
        section(body, "New", shown.stream().filter(Item::isNew).toList());
        section(body, "Changed", shown.stream().filter(item -> !item.isNew()).toList());
        section(body, "Closing within seven days", closing);
        var rest = items.subList(shown.size(), items.size());
        if (!rest.isEmpty()) {
            body.line(rest.size() + " more in the attached file");
        }
        body.line("Leave these mails: " + to.unsubscribe());
        var subject = (frequency == Frequency.WEEKLY ? "This week: " : "Today: ") + items.size() + " tenders";
        return mail(id, to, subject, body, rest.isEmpty() ? Map.of() : Map.of("tenders.csv", csv(rest)));
    }

    private static Mail mail(String id, Recipient to, String subject, MailBody body, Map<String, byte[]> files) {
        return new Mail(id, to.address(), subject, body.text(), body.html(), to.headers(), files);
    }

    private static void section(MailBody body, String heading, List<Item> items) {
        if (!items.isEmpty()) {
            body.heading(heading);
            items.forEach(item -> body.item(item.title(), lines(item)));
        }
    }

    private static List<String> lines(Item item) {
        var lines = new ArrayList<String>();
        if (item.message() != null) {
            lines.add(item.message());
        }
        if (!item.reasons().isEmpty()) {
            lines.add("Because of " + item.reasons());
        }
        if (item.closing() != null) {
            lines.add("Closes " + item.closing());
        }
        lines.add(item.tenderId());
        return lines;
    }

    private static String cell(String text) {
        return text == null ? "" : CsvText.guarded(text);
    }

    private static byte[] csv(List<Item> items) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("tender_id", "title", "message", "reasons", "closing_date");
            items.forEach(item -> csv.writeRecord(
                    item.tenderId(),
                    cell(item.title()),
                    cell(item.message()),
                    cell(item.reasons()),
                    item.closing() == null ? "" : item.closing().toString()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
