package org.quartermaster.catalog.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;

/** What is printed of a quotation says what its JSON says, to the last digit. */
@CatalogTest
class PrintedFiguresTest {
    private TestShop shop;

    @BeforeEach
    void open() throws SQLException {
        shop = TestShop.open();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document);
        }
    }

    private static List<String> figures(JsonNode of, String... names) {
        return List.of(names).stream()
                .map(of::get)
                .filter(figure -> !figure.isNull())
                .map(JsonNode::asText)
                .toList();
    }

    /** The lines as they are to be printed, by what the JSON says of them. */
    private static List<String> rows(JsonNode quotation) {
        var rows = new ArrayList<String>();
        for (var line : quotation.get("line_items")) {
            var isPriced = !line.get("unit_price").isNull();
            var cells = new ArrayList<>(figures(line, "line_no", "sku", "item_description", "quantity", "uom"));
            cells.addAll(
                    isPriced
                            ? figures(line, "list_price", "discount_percent", "unit_price", "line_total")
                            : List.of("price on request"));
            rows.add(String.join(" ", cells));
        }
        return rows;
    }

    @Test
    void everyFigureOfASentQuotationStandsInItsFile() throws Exception {
        var typed = "{\"item_description\": \"Advice\", \"quantity\": 1.5, \"uom\": \"HUR\", \"unit_price\": 80.1234,"
                + " \"price_reason\": \"r\"}";
        var excluded =
                "{\"product_id\": %s, \"quantity\": 3, \"price_status\": \"excluded\"}".formatted(shop.unpriced());
        var sent = shop.step(shop.create(shop.gloves(10), shop.gloves(100), typed, excluded), "send", "{}", 200);

        var text = text(shop.pdf(sent));

        var printed =
                text.lines().map(line -> line.strip().replaceAll("\\s+", " ")).toList();
        assertThat(printed).containsSubsequence(rows(sent));
        assertThat(printed).filteredOn(line -> line.startsWith("Tax 15 %")).anySatisfy(line -> assertThat(line)
                .endsWith(" " + sent.get("tax_total").asText()));
        assertThat(sent.get("line_items").findValues("line_tax").stream()
                        .filter(tax -> !tax.isNull())
                        .map(JsonNode::decimalValue)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sent.get("tax_total").decimalValue());
        assertThat(text)
                .contains(figures(sent, "quotation_number", "client_name", "project_title"))
                .contains(figures(sent, "subtotal", "tax_total", "total_amount"))
                .contains("price on request", "Tax 15 %");
    }

    @Test
    void theFileIsKnownByItsHashAndComesOnceToWhoHasIt() throws SQLException {
        var sent = shop.sent();
        var path = TestShop.PATH + "/" + TestShop.id(sent) + "/pdf";

        var first = shop.tenant().as("viewer").get(path);
        var again = shop.tenant()
                .as("viewer")
                .header("If-None-Match", first.header("ETag"))
                .get(path);

        assertThat(first.header("ETag")).contains(sent.get("pdf_sha256").asText());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(shop.tenant().as("viewer").get(path).asByteArray()).isEqualTo(first.asByteArray());
    }

    @Test
    void aThousandLinesAreSentAndPrinted() throws Exception {
        var lines = Collections.nCopies(1_000, shop.gloves(10)).toArray(String[]::new);

        var sent = shop.step(shop.create(lines), "send", "{}", 200);

        assertThat(sent.get("line_items")).hasSize(1_000);
        assertThat(sent.get("subtotal").asText()).isEqualTo("90250.00");
        assertThat(text(shop.pdf(sent))).contains("90250.00", "13540.00", "103790.00");
    }
}
