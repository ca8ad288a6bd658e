package org.quartermaster.catalog.rfpreading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.rfpreading.UnreadableFile.Reason;
import org.quartermaster.catalog.unit.Units;

/** Files of all kinds give the same items; those that give none say why. */
class RfpFileTest {
    private final Extractor extractor = new Extractor(Units.standard());

    private Extraction extract(byte[] file) {
        try {
            var document = RfpFile.read(file);
            var found = extractor.extract(document);
            assertThat(found.items()).allSatisfy(item -> assertThat(document.content()
                            .substring(item.span().start(), item.span().end()))
                    .isEqualTo(item.rawText()));
            return found;
        } catch (UnreadableFile unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> shown(Extraction extraction) {
        return extraction.items().stream()
                .map(item -> item.amount() + " " + item.quantity().uom() + " " + item.description())
                .toList();
    }

    private static Reason reason(byte[] file) {
        return catchThrowableOfType(UnreadableFile.class, () -> RfpFile.read(file))
                .reason();
    }

    private static void row(XSSFWorkbook book, int number, Object... values) {
        var sheet = book.getSheetAt(0);
        var row = sheet.createRow(number);
        for (var i = 0; i < values.length; i++) {
            if (values[i] instanceof Number) {
                row.createCell(i).setCellValue(((Number) values[i]).doubleValue());
            } else if (values[i] != null) {
                row.createCell(i).setCellValue((String) values[i]);
            }
        }
    }

    private static byte[] workbook() throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            book.createSheet("RFQ");
            row(book, 0, "Client", "Harbour Works");
            row(book, 1, "Deadline:");
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            var cell = book.getSheetAt(0).getRow(1).createCell(1);
            cell.setCellValue(LocalDate.of(2030, 5, 31));
            cell.setCellStyle(date);
            row(book, 3, "Item", "Description", "Size", "Qty", "Unit");
            row(book, 4, 1, "Nitrile glove", "L", 25, "pcs");
            row(book, 5, 2, null, "XL", 10.5, "pcs");
            book.getSheetAt(0).addMergedRegion(new CellRangeAddress(4, 5, 1, 1));
            row(book, 6, 3, "Ear muffs");
            book.getSheetAt(0).getRow(6).createCell(3).setCellFormula("2*3");
            row(book, 7, null, "Total", null, 41.5);
            book.createSheet("Notes").createRow(0).createCell(0).setCellValue("- 3 x claw hammer");
            book.createSheet("Lists").createRow(0).createCell(0).setCellValue("- 9 x secret");
            book.setSheetHidden(2, true);
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void readsAWorkbookWithMergedCellsDatesAndUncomputedFormulas() throws IOException {
        var found = extract(workbook());

        assertThat(shown(found))
                .containsExactly(
                        "25 C62 Nitrile glove, L",
                        "10.5 C62 Nitrile glove, XL",
                        "null null Ear muffs",
                        "3 null claw hammer");
        assertThat(found.client()).isEqualTo("Harbour Works");
        assertThat(found.deadline()).isEqualTo(LocalDate.of(2030, 5, 31));
        var span = found.items().get(1).span();
        assertThat(span.sheet()).isEqualTo("RFQ");
        assertThat(span.row()).isEqualTo(6);
    }

    @Test
    void readsATextDocumentWithTablesAndLists() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Client: Harbour Works");
            document.createParagraph().createRun().setText("Lot 2");
            var table = document.createTable(3, 3);
            var texts = new String[][] {
                {"Description", "Qty", "Unit"}, {"Nitrile glove", "25", "pcs"}, {"Ear muffs", "8", ""}
            };
            for (var i = 0; i < texts.length; i++) {
                for (var j = 0; j < texts[i].length; j++) {
                    table.getRow(i).getCell(j).setText(texts[i][j]);
                }
            }
            var item = document.createParagraph();
            item.setNumID(BigInteger.ONE);
            item.createRun().setText("Claw hammer, qty 4");
            document.createParagraph().createRun().setText("Total: 3 items");
            document.write(out);
        }

        var found = extract(out.toByteArray());

        assertThat(shown(found)).containsExactly("25 C62 Nitrile glove", "8 null Ear muffs", "4 null Claw hammer");
        assertThat(found.items()).extracting(Item::lot).containsOnly("2");
        assertThat(found.client()).isEqualTo("Harbour Works");
    }

    private static void write(PDPageContentStream page, float x, float y, String text) throws IOException {
        page.beginText();
        page.setFont(new PDType1Font(FontName.HELVETICA), 10);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }

    /** Pages of a table with its header on each. */
    private static PDDocument table(int pages, int rows) throws IOException {
        var document = new PDDocument();
        for (var p = 0; p < pages; p++) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                write(content, 50, 750, "Request for quotation");
                write(content, 50, 720, "Pos");
                write(content, 90, 720, "Description");
                write(content, 380, 720, "Qty");
                write(content, 450, 720, "Unit");
                for (var i = 0; i < rows; i++) {
                    var y = 705 - 24 * i;
                    write(content, 50, y, String.valueOf(p * rows + i + 1));
                    write(content, 90, y, "Hex bolt M" + (6 + i));
                    write(content, 385, y, String.valueOf(100 + i));
                    write(content, 450, y, "pcs");
                    write(content, 90, y - 12, "zinc plated, class 8.8");
                }
                write(content, 280, 30, "Page " + (p + 1) + " of " + pages);
            }
        }
        return document;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        try (document;
                var out = new ByteArrayOutputStream()) {
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void readsTheTableOfAPdfOverItsPages() throws IOException {
        var found = extract(saved(table(2, 2)));

        assertThat(shown(found))
                .containsExactly(
                        "100 C62 Hex bolt M6 zinc plated, class 8.8",
                        "101 C62 Hex bolt M7 zinc plated, class 8.8",
                        "100 C62 Hex bolt M6 zinc plated, class 8.8",
                        "101 C62 Hex bolt M7 zinc plated, class 8.8");
        assertThat(found.items()).extracting(item -> item.span().page()).containsExactly(1, 1, 2, 2);
    }

    @Test
    void readsAHundredPages() throws IOException {
        assertThat(extract(saved(table(100, 25))).items()).hasSize(2_500);
    }

    @Test
    void aLockedPdfIsEncrypted() throws IOException {
        var document = table(1, 1);
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));

        assertThat(reason(saved(document))).isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void aCutOffPdfIsUnreadable() throws IOException {
        var whole = saved(table(3, 20));

        assertThat(reason(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void aPdfWithoutTextSaysSo() throws IOException {
        var document = new PDDocument();
        document.addPage(new PDPage());

        assertThat(reason(saved(document))).isEqualTo(Reason.NO_TEXT);
    }

    @Test
    void otherKindsAreRefusedByTheirContent() throws IOException {
        var old = new byte[4096];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
        var locked = old.clone();
        System.arraycopy("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), 0, locked, 1024, 32);

        assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(reason(old)).isEqualTo(Reason.UNSUPPORTED);
        assertThat(reason(locked)).isEqualTo(Reason.ENCRYPTED);
        assertThat(reason(new byte[] {'M', 'Z', 0, 3, 0, 0})).isEqualTo(Reason.UNSUPPORTED);
        assertThat(reason("<!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.UNSUPPORTED);
        assertThat(reason(" \n\t ".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.NO_TEXT);
        assertThat(reason(zip("readme.txt", "hello".getBytes(StandardCharsets.UTF_8), 1)))
                .isEqualTo(Reason.UNSUPPORTED);
        assertThat(reason(Arrays.copyOf(workbook(), 900))).isEqualTo(Reason.UNREADABLE);
    }

    private static byte[] zip(String name, byte[] content, int times) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var i = 0; i < times; i++) {
                zip.putNextEntry(new ZipEntry(i == 0 ? name : name + i));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        assertThat(reason(zip("xl/media/zeros.bin", new byte[21 << 20], 10))).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(zip("a", new byte[0], 10_001))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void entitiesAreNotResolved() throws IOException {
        var xml = """
                <?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "expanded">]>
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                <w:p><w:r><w:t>- 3 x &x;&y; hammer</w:t></w:r></w:p></w:body></w:document>
                """;

        var file = zip("word/document.xml", xml.getBytes(StandardCharsets.UTF_8), 1);

        assertThat(reason(file)).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void readsTextOfOtherEncodings() {
        assertThat(shown(extract("\uFEFF- 3 x Hammer für Öl".getBytes(StandardCharsets.UTF_16LE))))
                .containsExactly("3 null Hammer für Öl");
        assertThat(shown(extract("- 3 x Hammer für das Öl im Werk".getBytes(StandardCharsets.ISO_8859_1))))
                .containsExactly("3 null Hammer für das Öl im Werk");
        assertThat(extract("\uFEFF1. Молоток - 3 шт".getBytes(StandardCharsets.UTF_8))
                        .items())
                .hasSize(1);
    }
}
