package org.quartermaster.catalog.rfp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The same two lines as files of each kind. */
final class RfpSamples {
    private static final String[] LINES = {"1. Safety helmet white - 12 pcs", "2. Duct tape silver - 30 rolls"};

    private RfpSamples() {}

    /** By media type. */
    static Map<String, byte[]> all() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("application/pdf", pdf());
        files.put("application/vnd.openxmlformats-officedocument.wordprocessingml.document", document());
        files.put("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook());
        files.put(
                "text/csv",
                "item;qty;unit\nSafety helmet;12;pcs\nDuct tape;30;rolls\n".getBytes(StandardCharsets.UTF_8));
        files.put("text/plain", String.join("\n", LINES).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    static byte[] pdf() throws IOException {
        try (var pdf = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            pdf.addPage(page);
            try (var text = new PDPageContentStream(pdf, page)) {
                text.setFont(new PDType1Font(FontName.HELVETICA), 11);
                text.beginText();
                text.newLineAtOffset(50, 700);
                for (var line : LINES) {
                    text.showText(line);
                    text.newLineAtOffset(0, -16);
                }
                text.endText();
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] document() throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            for (var line : LINES) {
                document.createParagraph().createRun().setText(line);
            }
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] workbook() throws IOException {
        return workbook(
                List.of(new String[] {"Safety helmet", "12", "pcs"}, new String[] {"Duct tape", "30", "rolls"}));
    }

    /** A workbook of so many lines. */
    static byte[] workbook(int lines) throws IOException {
        return workbook(Collections.nCopies(lines, new String[] {"Safety helmet", "12", "pcs"}));
    }

    private static byte[] workbook(List<String[]> lines) throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("RFQ");
            write(sheet, 0, "Item", "Qty", "Unit");
            for (var i = 0; i < lines.size(); i++) {
                write(sheet, i + 1, lines.get(i));
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void write(XSSFSheet sheet, int number, String... cells) {
        var row = sheet.createRow(number);
        for (var i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }
}
