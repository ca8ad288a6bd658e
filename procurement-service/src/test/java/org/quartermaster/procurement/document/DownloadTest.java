package org.quartermaster.procurement.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.procurement.document.Download.Guard;
import org.quartermaster.procurement.document.Extracted.Status;

/** What publishers answer who are asked for a document. */
final class DownloadTest {
    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    Path folder;

    private ServerSocket publisher;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        publisher = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        file = Files.createFile(folder.resolve("document"));
    }

    @AfterEach
    void close() throws IOException {
        publisher.close();
    }

    @AfterAll
    static void end() {
        VERTX.close();
    }

    /** A publisher that answers one request with this text; and then hangs up, or does not. */
    private void answer(String text, boolean hangsUp) {
        var thread = new Thread(() -> {
            try {
                var client = publisher.accept();
                client.getInputStream().read(new byte[4_096]);
                client.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                client.getOutputStream().flush();
                if (hangsUp) {
                    client.close();
                }
            } catch (IOException closed) {
                assertThat(publisher.isClosed()).isTrue();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void fetch(Duration longest, boolean allowPrivate) throws Exception {
        var address = "http://127.0.0.1:" + publisher.getLocalPort() + "/notice.txt";
        new Download(VERTX, longest).fetch(address, new Guard(allowPrivate, 10), file);
    }

    private AbstractThrowableAssert<?, ?> assertFails(Status status, String code) {
        return assertThatThrownBy(() -> fetch(Duration.ofSeconds(30), true))
                .hasMessage(code)
                .matches(failed -> ((Download.Failed) failed).status() == status);
    }

    @Test
    void aDocumentIsWrittenToTheFile() throws Exception {
        answer("HTTP/1.1 200 OK\nContent-Length: 6\n\nGloves", true);

        fetch(Duration.ofSeconds(30), true);

        assertThat(file).hasContent("Gloves");
    }

    @Test
    void noRedirectIsFollowed() {
        answer("HTTP/1.1 302 Found\nLocation: http://169.254.169.254/\nContent-Length: 0\n\n", true);

        assertFails(Status.DOWNLOAD_FAILED, "status_302");
    }

    @Test
    void anAnswerThatBreaksOffIsCorrupted() {
        answer("HTTP/1.1 200 OK\nContent-Length: 60\n\nGloves", true);

        assertFails(Status.DOWNLOAD_CORRUPTED, "broken_off");
    }

    @Test
    void moreThanAnUploadMayHaveIsNotTaken() {
        answer("HTTP/1.1 200 OK\nContent-Length: 11\n\nManyGloves!", true);

        assertFails(Status.DOWNLOAD_FAILED, "too_large");
    }

    @Test
    void aPublisherWhoDoesNotEndIsGivenUp() {
        answer("HTTP/1.1 200 OK\nContent-Length: 60\n\nGloves", false);

        assertThatThrownBy(() -> fetch(Duration.ofMillis(500), true))
                .matches(failed -> ((Download.Failed) failed).status() == Status.DOWNLOAD_TIMEOUT);
    }

    @Test
    void aPublisherWhoIsNotThereFails() throws IOException {
        publisher.close();

        assertFails(Status.DOWNLOAD_FAILED, "no_connection");
    }

    @Test
    void aPrivateAddressIsNotAsked() {
        assertThatThrownBy(() -> fetch(Duration.ofSeconds(30), false)).hasMessage("url_not_https");
        assertThatThrownBy(() -> new Download(VERTX, Duration.ofSeconds(30))
                        .fetch("https://127.0.0.1/", new Guard(false, 10), file))
                .hasMessage("url_private");
    }
}
