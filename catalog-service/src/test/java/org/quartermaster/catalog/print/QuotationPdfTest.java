package org.quartermaster.catalog.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.print.PrintedQuotation.Client;
import org.quartermaster.catalog.print.PrintedQuotation.Company;
import org.quartermaster.catalog.print.PrintedQuotation.Line;
import org.quartermaster.catalog.print.PrintedQuotation.Sums;
import org.quartermaster.catalog.print.PrintedQuotation.Tax;

/** Printed quotations, read back. */
class QuotationPdfTest {
    private static final Instant DAY = Instant.parse("2030-05-31T12:00:00Z");

    private static PrintedQuotation quotation(String language, boolean isDraft, List<Line> lines) {
        var sum = new BigDecimal("90.25");
        var tax = new BigDecimal("13.54");
        return new PrintedQuotation(
                new Company("Harbour Tools", "Quay 1", "TX 1"),
                language,
                isDraft,
                "Q-2030-000001",
                2,
                DAY,
                DAY,
                new Client("شركة الميناء", null, "Рабочая одежда"),
                "USD",
                lines,
                new Sums(
                        sum,
                        BigDecimal.ZERO,
                        List.of(new Tax(new BigDecimal("0.150000"), sum, tax)),
                        tax,
                        new BigDecimal("103.79")),
                "Net 30");
    }

    private static Line line(int number, String description) {
        var price = new BigDecimal("9.0250");
        return new Line(
                number,
                "GL-400",
                description,
                BigDecimal.TEN,
                "C62",
                price,
                null,
                price,
                new BigDecimal("90.25"),
                false);
    }

    private static Line onRequest() {
        return new Line(2, null, "Advice", BigDecimal.ONE, "C62", null, null, null, null, true);
    }

    private static String text(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void textOfThreeScriptsCanBeSelected() throws IOException {
        var text =
                text(QuotationPdf.write(quotation("en", false, List.of(line(1, "Перчатки нитриловые"), onRequest()))));

        assertThat(text)
                .contains("Q-2030-000001", "شركة الميناء", "Рабочая одежда", "Перчатки нитриловые")
                .contains("9.0250", "Tax 15 % of 90.25", "103.79", "price on request", "Net 30")
                .doesNotContain("DRAFT");
    }

    @Test
    void anArabicQuotationIsPrintedInArabic() throws IOException {
        var text = text(QuotationPdf.write(quotation("ar", false, List.of(line(1, "قفازات نتريل")))));

        assertThat(text).contains("عرض سعر", "قفازات نتريل", "المجموع الفرعي", "103.79");
    }

    @Test
    void aDraftSaysSoOnEveryPage() throws IOException {
        var lines =
                IntStream.rangeClosed(1, 100).mapToObj(i -> line(i, "Glove")).toList();

        var file = QuotationPdf.write(quotation("en", true, lines));

        try (var document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                var reader = new PDFTextStripper();
                reader.setStartPage(page);
                reader.setEndPage(page);
                assertThat(reader.getText(document)).contains("DRAFT", "Q-2030-000001");
            }
        }
    }

    @Test
    void theSameContentGivesTheSameBytes() {
        var quotation = quotation("en", false, List.of(line(1, "قفازات"), line(2, "Glove")));

        assertThat(QuotationPdf.write(quotation)).isEqualTo(QuotationPdf.write(quotation));
    }
}
