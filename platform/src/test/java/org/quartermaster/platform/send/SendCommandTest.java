package org.quartermaster.platform.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a command that sends files is called, and how it ends. */
class SendCommandTest {
    private static final SendOptions OPTIONS =
            new SendOptions("http://localhost:1").with("--source", "source").with("--dry-run", "dry_run", "true");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(SendCommand.Sending sending, String... words) throws InterruptedException {
        return SendCommand.run(OPTIONS, sending, new PrintStream(said, true, UTF_8), null, words);
    }

    private String file(String name) throws IOException {
        return Files.createFile(folder.resolve(name)).toString();
    }

    @Test
    void wordsBecomeParametersAndFilesInTheirOrder() throws IOException {
        var order = OPTIONS.read("t", file("b"), "--source", "a b", file("a"), "--dry-run", "--url", "http://x/y//");

        assertEquals("http://x/y", order.service().toString());
        assertEquals(Map.of("source", "a b", "dry_run", "true"), order.parameters());
        assertEquals(List.of(folder.resolve("b"), folder.resolve("a")), order.files());
        assertEquals("/p?source=a%20b", SendOrder.path("/p", Map.of("source", "a b")));
    }

    @ParameterizedTest
    @CsvSource({
        "--source, --source wants a value; see deploy/import --help.",
        "--source --dry-run, --source wants a value; see deploy/import --help.",
        "--what, There is no option --what; see deploy/import --help.",
        "no/such/file, no/such/file is no file that can be read.",
        "--dry-run, Name at least one file; see deploy/import --help."
    })
    void aCallThatCannotBeMeantEndsWithTwo(String words, String reason) throws InterruptedException {
        assertEquals(2, run((order, service) -> true, words.split(" ")));
        assertEquals(reason + System.lineSeparator(), said.toString(UTF_8));
    }

    @Test
    void itEndsWithOneWhereNotAllWasTaken() throws Exception {
        var file = file("a");

        assertEquals(0, run((order, service) -> true, file));
        assertEquals(1, run((order, service) -> false, file));
    }

    @Test
    void itSaysThatNobodyAnswers() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertEquals(
                1, run((order, service) -> service.get("/x") == null, file("a"), "--url", "http://localhost:" + free));

        assertTrue(said.toString(UTF_8).startsWith("Nobody answers at http://localhost:" + free), said.toString(UTF_8));
    }
}
