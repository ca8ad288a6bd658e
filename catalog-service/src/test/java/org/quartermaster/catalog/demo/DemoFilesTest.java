package org.quartermaster.catalog.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.reference.ReferenceTable;
import org.quartermaster.catalog.rfpreading.Extractor;
import org.quartermaster.catalog.rfpreading.RfpFile;
import org.quartermaster.catalog.rfpreading.UnreadableFile;
import org.quartermaster.catalog.unit.Units;

/** The files of the demo fit each other. */
class DemoFilesTest {
    private static Set<String> column(String file, String column) throws IOException {
        var found = new HashSet<String>();
        try (var table = ReferenceTable.open(DemoFiles.open(file))) {
            for (var row = table.next(); row != null; row = table.next()) {
                found.add(row.text(column));
            }
        }
        found.remove(null);
        return found;
    }

    @Test
    void classesOfArticlesAreListed() throws IOException {
        assertThat(column("unspsc.csv", "code"))
                .containsAll(column("articles.csv", "unspsc"))
                .containsAll(column("cpv-mapping.csv", "unspsc_code"));
        assertThat(column("etim/classes.csv", "class_code")).containsAll(column("articles.csv", "etim"));
    }

    @Test
    void aboutAHundredArticlesAreOfAllKinds() throws IOException {
        var articles = DemoArticles.read();

        assertThat(articles)
                .extracting(DemoArticle::sku)
                .doesNotHaveDuplicates()
                .hasSizeBetween(100, 110);
        assertThat(articles).filteredOn(article -> !article.isPriced()).hasSize(2);
        assertThat(articles)
                .filteredOn(article -> article.ladder("EUR") != null)
                .hasSizeGreaterThan(30);
        assertThat(articles)
                .filteredOn(article -> !article.certifications().isEmpty())
                .hasSizeGreaterThan(20);
        assertThat(articles)
                .filteredOn(article -> article.classification("unspsc") == null)
                .hasSize(10);
        assertThat(column("articles.csv", "name_ar")).hasSizeGreaterThan(80);
    }

    @ParameterizedTest
    @CsvSource({
        "workshop.txt, 5, 1",
        "school.csv, 6, 0",
        "office.docx, 7, 0",
        "municipality.xlsx, 6, 0",
        "harbour.pdf, 12, 0"
    })
    void requestsOfAllKindsHaveTheirLines(String file, int lines, int withoutQuantity)
            throws IOException, UnreadableFile {
        var document = RfpFile.read(DemoFiles.bytes("rfp/" + file));

        var items = new Extractor(Units.standard()).extract(document).items();

        assertThat(items).hasSize(lines);
        assertThat(items).filteredOn(item -> item.amount() == null).hasSize(withoutQuantity);
    }
}
