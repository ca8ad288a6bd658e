package org.quartermaster.procurement.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Documents of all kinds, made on the spot. */
final class Samples {
    private Samples() {}

    /** What is written to a stream. */
    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static byte[] pdf(String text) {
        return pdf(text, false);
    }

    static byte[] protectedPdf(String text) {
        return pdf(text, true);
    }

    private static byte[] pdf(String text, boolean isProtected) {
        return bytes(out -> {
            try (var document = new PDDocument()) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 700);
                    content.showText(text);
                    content.endText();
                }
                if (isProtected) {
                    document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
                }
                document.save(out);
            }
        });
    }

    static byte[] emptyPdf() {
        return bytes(out -> {
            try (var document = new PDDocument()) {
                document.addPage(new PDPage());
                document.save(out);
            }
        });
    }

    static byte[] scan() {
        return bytes(out -> {
            try (var document = new PDDocument()) {
                var page = new PDPage();
                document.addPage(page);
                var picture =
                        LosslessFactory.createFromImage(document, new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(picture, 50, 50);
                }
                document.save(out);
            }
        });
    }

    static byte[] docx(String text) {
        return bytes(out -> {
            try (var document = new XWPFDocument()) {
                document.createParagraph().createRun().setText(text);
                document.write(out);
            }
        });
    }

    static byte[] xlsx(String text) {
        return bytes(out -> {
            try (var workbook = new XSSFWorkbook()) {
                workbook.createSheet("one").createRow(0).createCell(0).setCellValue(text);
                workbook.write(out);
            }
        });
    }

    static byte[] odt(String text) {
        var content = """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
                <office:body><office:text><text:p>%s</text:p></office:text></office:body></office:document-content>
                """.formatted(text);
        return zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", content);
    }

    /** An archive with a word processor's names, of which one part is 50 MB of the same letter. */
    static byte[] bomb() {
        return zip("[Content_Types].xml", "<Types/>", "word/document.xml", "a".repeat(50_000_000));
    }

    private static byte[] zip(String... parts) {
        return bytes(out -> {
            try (var zip = new ZipOutputStream(out)) {
                for (var i = 0; i < parts.length; i += 2) {
                    zip.putNextEntry(new ZipEntry(parts[i]));
                    zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        });
    }
}
