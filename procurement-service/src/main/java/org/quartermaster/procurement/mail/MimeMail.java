package org.quartermaster.procurement.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** A mail as it goes over the wire (RFC 5322, MIME), with the same Message-ID whenever it is made. */
final class MimeMail extends MimeMessage {
    private static final String UTF_8 = "UTF-8";

    private final String messageId;

    private MimeMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MimeMail of(Session session, String from, Mail mail, Instant at) throws MessagingException {
        var sender = new InternetAddress(from);
        var host = sender.getAddress().substring(sender.getAddress().indexOf('@') + 1);
        var message = new MimeMail(session, "<" + mail.id() + "@" + host + ">");
        message.setFrom(sender);
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.to()));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(at));
        for (var header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        message.fill(mail);
        message.saveChanges();
        return message;
    }

    private void fill(Mail mail) throws MessagingException {
        if (mail.html() == null && mail.attachments().isEmpty()) {
            setText(mail.text(), UTF_8);
            return;
        }
        var mixed = new MimeMultipart();
        var body = new MimeBodyPart();
        body.setContent(texts(mail));
        mixed.addBodyPart(body);
        for (var attached : mail.attachments().entrySet()) {
            mixed.addBodyPart(attachment(attached));
        }
        setContent(mail.attachments().isEmpty() ? texts(mail) : mixed);
    }

    private static MimeMultipart texts(Mail mail) throws MessagingException {
        var texts = new MimeMultipart("alternative");
        var plain = new MimeBodyPart();
        plain.setText(mail.text(), UTF_8);
        texts.addBodyPart(plain);
        if (mail.html() != null) {
            var html = new MimeBodyPart();
            html.setText(mail.html(), UTF_8, "html");
            texts.addBodyPart(html);
        }
        return texts;
    }

    private static MimeBodyPart attachment(Map.Entry<String, byte[]> attached) throws MessagingException {
        var type = attached.getKey().endsWith(".csv") ? "text/csv; charset=UTF-8" : "application/octet-stream";
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attached.getValue(), type)));
        part.setFileName(attached.getKey());
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
