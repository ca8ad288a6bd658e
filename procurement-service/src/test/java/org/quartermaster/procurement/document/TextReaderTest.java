package org.quartermaster.procurement.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quartermaster.procurement.document.Extracted.Status;

/** What is read out of files, good and bad. */
final class TextReaderTest {
    private static final String TEXT = "Cut resistant gloves of level D";

    @TempDir
    Path folder;

    private Extracted read(byte[] content) throws IOException {
        return read(content, Duration.ofSeconds(60));
    }

    private Extracted read(byte[] content, Duration most) throws IOException {
        var file = folder.resolve("file.tmp");
        Files.write(file, content);
        return new TextReader(most).read(file);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("application/pdf", Samples.pdf(TEXT)),
                Arguments.of(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Samples.docx(TEXT)),
                Arguments.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Samples.xlsx(TEXT)),
                Arguments.of("application/vnd.oasis.opendocument.text", Samples.odt(TEXT)),
                Arguments.of("text/html", utf8("<!DOCTYPE html><html><body><p>" + TEXT + "</p></body></html>")),
                Arguments.of("text/plain", utf8(TEXT)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsTheTextOfEachKindByItsContent(String type, byte[] content) throws IOException {
        var extracted = read(content);

        assertThat(extracted.text()).contains(TEXT);
        assertThat(extracted.status()).isEqualTo(Status.SUCCESS);
        assertThat(extracted.error()).isNull();
        assertThat(extracted.mimeType()).isEqualTo(type);
    }

    static Stream<Arguments> badDocuments() {
        return Stream.of(
                Arguments.of(Status.FAILED, "zip_bomb", Samples.bomb()),
                Arguments.of(Status.FAILED, "password_protected", Samples.protectedPdf(TEXT)),
                Arguments.of(Status.FAILED, "empty_document", Samples.emptyPdf()),
                Arguments.of(Status.OCR_REQUIRED, "scan", Samples.scan()),
                Arguments.of(Status.FAILED, "unreadable", utf8("%PDF-1.7\nno more of it")),
                Arguments.of(
                        Status.UNSUPPORTED, "unsupported_type", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10
                        }));
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void saysWhyThereIsNoText(Status status, String reason, byte[] content) throws IOException {
        var extracted = read(content);

        assertThat(extracted.status()).isEqualTo(status);
        assertThat(extracted.error()).isEqualTo(reason);
        assertThat(extracted.text()).isNull();
    }

    @Test
    void countsThePagesOfAPdf() throws IOException {
        assertThat(read(Samples.pdf(TEXT)).pages()).isEqualTo(1);
    }

    @Test
    void endsAfterFiveMillionCharactersAndSaysSo() throws IOException {
        var extracted = read(utf8("word and word\n".repeat(400_000)));

        assertThat(extracted.text())
                .hasSizeLessThanOrEqualTo(TextReader.MOST_CHARACTERS)
                .hasSizeGreaterThan(4_900_000);
        assertThat(extracted.error()).isEqualTo("text_truncated");
    }

    @Test
    void endsWhenItsTimeIsOver() throws IOException {
        assertThat(read(Samples.docx(TEXT), Duration.ZERO).error()).isEqualTo("timeout");
    }

    @Test
    void takesNoMarkupForText() throws IOException {
        var extracted = read(utf8("<html><body><script>alert(1)</script><p>Gloves</p></body></html>"));

        assertThat(extracted.text()).contains("Gloves").doesNotContain("alert");
    }

    @Test
    void findsWhatHasTheFormOfACode() {
        var extracted = new Extracted(Status.SUCCESS, null, "18141000-9, 45210000-2. 118141000-9 18141000-9", "", null);

        assertThat(extracted.codes()).containsExactly("18141000-9", "45210000-2");
    }

    @Test
    void bearsAnyBytes() throws IOException {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var starts = new byte[][] {{}, utf8("%PDF-1.4\n"), {'P', 'K', 3, 4}, utf8("<html>"), Samples.docx(TEXT)};
        for (var i = 0; i < 50; i++) {
            var start = starts[i % starts.length];
            var content = new byte[start.length + random.nextInt(2_000)];
            random.nextBytes(content);
            System.arraycopy(start, 0, content, 0, i % 2 == 0 ? start.length : start.length / 2);

            assertThat(read(content)).as("seed %d", seed).isNotNull();
        }
    }
}
