package org.quartermaster.procurement.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails over SMTP and as files. */
final class MailSenderTest {
    @TempDir
    Path folder;

    private MailConfig config(String transport) {
        return new TestMailConfig(transport, folder);
    }

    private static Mail digest() {
        return new Mail(
                "digest-1",
                "ana@example.com",
                "Понуди",
                "Три нови понуди\n",
                "<p>Три нови понуди</p>",
                Map.of("List-Unsubscribe", "<https://example.com/u>"),
                Map.of("rest.csv", "id;title\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aServerGetsTheMailWithTheSameMessageIdEachTime() throws Exception {
        try (var server = new FakeSmtp()) {
            var config = config(server.url());
            var sender = new MailSender(config, new MailFiles(config));

            sender.send(digest());
            sender.send(digest());

            assertThat(server.mails()).hasSize(2).allSatisfy(mail -> assertThat(mail)
                    .contains("Message-ID: <digest-1@example.com>")
                    .contains("List-Unsubscribe: <https://example.com/u>")
                    .contains("multipart/alternative")
                    .contains("rest.csv"));
        }
    }

    @Test
    void aServerThatIsAwayIsAFailure() {
        var config = config("smtp://127.0.0.1:1");

        assertThatThrownBy(() -> new MailSender(config, new MailFiles(config)).send(digest()))
                .isInstanceOf(MessagingException.class);
    }

    @Test
    void theMockKeepsMailsByAddressTheNewestFirst() throws Exception {
        var config = config("mock");
        var files = new MailFiles(config);
        var sender = new MailSender(config, files);
        sender.send(Mail.plain("first", "ana@example.com", "One", "1\n"));
        sender.send(digest());
        sender.send(Mail.plain("other", "bob@example.com", "Other", "3\n"));

        var mails = files.read("ANA@example.com");

        assertThat(mails).extracting(MailView::subject).containsExactly("Понуди", "One");
        assertThat(mails.get(0).text()).isEqualTo("Три нови понуди\n");
        assertThat(mails.get(0).html()).isEqualTo("<p>Три нови понуди</p>");
        assertThat(mails.get(0).attachments()).containsExactly("rest.csv");
        assertThat(mails.get(0).headers()).containsEntry("List-Unsubscribe", "<https://example.com/u>");
        assertThat(files.read(null)).hasSize(3);
    }
}
