package org.quartermaster.procurement.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.quartermaster.platform.security.Sha256;

/** Mails as files, for a machine without a mail server; their names tell when they were sent and, hashed, to whom. */
@ApplicationScoped
class MailFiles {
    private static final int MAX = 100;
    private static final int HASH = 16;

    private final MailConfig config;
    private final AtomicLong last = new AtomicLong();

    @Inject
    MailFiles(MailConfig config) {
        this.config = config;
    }

    /** NB: moved when it is whole, so that nobody reads half a mail. */
    void write(Mail mail, MimeMessage message) throws IOException, MessagingException {
        Files.createDirectories(config.directory());
        var name =
                "%013d-%s-%s.eml".formatted(turn(), hash(mail.to()), mail.id().replaceAll("[^A-Za-z0-9._-]", "_"));
        var unfinished = config.directory().resolve(name + ".tmp");
        try (var out = Files.newOutputStream(unfinished)) {
            message.writeTo(out);
        }
        Files.move(unfinished, config.directory().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The time in milliseconds, but later than any before. */
    private long turn() {
        return last.accumulateAndGet(System.currentTimeMillis(), (before, now) -> Math.max(before + 1, now));
    }

    /** The newest mails, the last one first; those to one address, or all where it is null. */
    List<MailView> read(String to) throws IOException, MessagingException {
        if (!Files.isDirectory(config.directory())) {
            return List.of();
        }
        var wanted = to == null ? ".eml" : "-" + hash(to) + "-";
        List<Path> found;
        try (var all = Files.list(config.directory())) {
            found = all.filter(file -> file.toString().endsWith(".eml"))
                    .filter(file -> file.getFileName().toString().contains(wanted))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .limit(MAX)
                    .toList();
        }
        var mails = new ArrayList<MailView>();
        for (var file : found) {
            mails.add(read(file));
        }
        return mails;
    }

    private static MailView read(Path file) throws IOException, MessagingException {
        try (var in = Files.newInputStream(file)) {
            var name = file.getFileName().toString();
            var sentAt = Instant.ofEpochMilli(Long.parseLong(name.substring(0, name.indexOf('-'))));
            return MailView.of(new MimeMessage(Session.getInstance(new Properties()), in), sentAt);
        }
    }

    private static String hash(String address) {
        return Sha256.hex(address.strip().toLowerCase(Locale.ROOT)).substring(0, HASH);
    }
}
