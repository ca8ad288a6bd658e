package org.quartermaster.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.problem.Problem;

/** Workbooks are read as tables. */
class WorkbookImportTest {
    static byte[] workbook() throws IOException {
        try (var book = new XSSFWorkbook();
                var file = new ByteArrayOutputStream()) {
            book.createSheet("Hidden").createRow(0).createCell(0).setCellValue("x");
            book.setSheetHidden(0, true);
            var sheet = book.createSheet("Articles");
            var header = sheet.createRow(0);
            header.createCell(0).setCellValue("SKU");
            header.createCell(2).setCellValue("Unit Price");
            header.createCell(3).setCellValue("Valid from");
            var row = sheet.createRow(2);
            row.createCell(0).setCellValue("A-1");
            row.createCell(2).setCellValue(283.9);
            var date = book.createCellStyle();
            date.setDataFormat((short) 14);
            var day = row.createCell(3);
            day.setCellStyle(date);
            day.setCellValue(LocalDate.of(2030, 1, 31));
            book.setActiveSheet(1);
            book.write(file);
            return file.toByteArray();
        }
    }

    @Test
    void theFirstVisibleSheetIsATable() throws IOException {
        var file = workbook();

        try (var table = WorkbookSource.open(() -> new ByteArrayInputStream(file))) {
            assertThat(table.columns()).containsExactlyInAnyOrder("sku", "unit_price", "valid_from");
            var row = table.next();
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.cell("sku")).isEqualTo("A-1");
            assertThat(row.cell("unit_price")).isEqualTo("283.9");
            assertThat(row.cell("valid_from")).isEqualTo("2030-01-31");
            assertThat(row.cell("name")).isEmpty();
            assertThat(table.next()).isNull();
        }
    }

    @Test
    void aBrokenWorkbookIsNoTable() {
        var file = new byte[] {'P', 'K', 3, 4, 20, 0, 1};

        assertThat(catchThrowable(() -> WorkbookSource.open(() -> new ByteArrayInputStream(file))))
                .isInstanceOf(Problem.class);
    }
}
