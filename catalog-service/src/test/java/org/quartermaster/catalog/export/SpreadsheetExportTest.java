package org.quartermaster.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Workbooks, read by another program. */
class SpreadsheetExportTest {

    private static XSSFWorkbook workbook(int rowsOfSheet, List<List<Object>> rows) throws IOException {
        var output = new ByteArrayOutputStream();
        var file = new SpreadsheetExport(output, "rows", List.of("a", "b"), rowsOfSheet);
        file.write(rows);
        file.end();
        return new XSSFWorkbook(new ByteArrayInputStream(output.toByteArray()));
    }

    private static String first(Object value) throws IOException {
        try (var workbook = workbook(10, List.of(List.of(value)))) {
            return workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue();
        }
    }

    @Test
    void textStaysAsItIs() throws IOException {
        var texts = List.of(
                "=1+1", " two  blanks ", "<b>&amp;</b>", "line\nline", "\rtab\t", "قفاز", "😀", "\u0007", "_x0041_");

        for (var text : texts) {
            assertThat(first(text)).isEqualTo(text);
        }
    }

    @Test
    void aNumberOfMoreDigitsThanASpreadsheetKeepsIsText() throws IOException {
        assertThat(first(new BigDecimal("123456789012345.6789"))).isEqualTo("123456789012345.6789");
        try (var workbook = workbook(10, List.of(List.of(new BigDecimal("12.5000"), 7L)))) {
            var row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(12.5);
            assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
        }
    }

    @Test
    void columnsHaveLetters() {
        assertThat(List.of(0, 25, 26, 51, 52, 701, 702).stream().map(SpreadsheetCell::column))
                .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
    }

    @Test
    void whatIsNotKnownHasNoCell() throws IOException {
        try (var workbook = workbook(10, List.of(Arrays.asList(null, "x")))) {
            var row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0)).isNull();
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("x");
        }
    }

    @Test
    void aFullSheetIsFollowedByAnotherWithItsHeader() throws IOException {
        var rows =
                IntStream.range(0, 5).mapToObj(n -> List.<Object>of("r" + n, n)).toList();

        try (var workbook = workbook(3, rows)) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            assertThat(workbook.getSheetAt(1).getSheetName()).isEqualTo("rows 2");
            assertThat(workbook.getSheetAt(2).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("a");
            assertThat(workbook.getSheetAt(2).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("r4");
        }
    }

    @Test
    void whatIsTooLongForACellIsCutAndSaysSo() throws IOException {
        assertThat(first("x".repeat(40_000))).hasSize(32_767).endsWith("…");
    }
}
