package org.quartermaster.catalog.rfpreading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.rfpreading.Extraction.Warning;
import org.quartermaster.catalog.unit.Units;

/** Items, lots and facts are found in text as buyers send it. */
class ExtractorTest {
    private static final String EXAMPLE = """
            Request for quotation
            Client: Harbour Works
            Deadline: 2030-05-31
            Lot 1 - workshop
            1. GL-400-L Nitrile glove, size L - 25 pcs
            2. 10 x angle grinder 125 mm, min. 1200 W
            3. safety glasses EN 166, qty: 4 box
               (clear lens, anti-fog)
            4. ear muffs, at least 27 dB SNR
            5) Flux stabiliser for time machines ..... 3 nos
            Total: 5 items
            """;

    private final Extractor extractor = new Extractor(Units.standard());

    private Extraction extract(String text) {
        try {
            return extractor.extract(RfpFile.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableFile unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> shown(Extraction extraction) {
        return extraction.items().stream()
                .map(item -> item.amount() + " " + item.quantity().uom() + " " + item.description())
                .toList();
    }

    @Test
    void theExampleOfTheSpecificationGivesItsFiveItems() {
        var found = extract(EXAMPLE);

        assertThat(shown(found))
                .containsExactly(
                        "25 C62 GL-400-L Nitrile glove, size L",
                        "10 null angle grinder 125 mm, min. 1200 W",
                        "4 BX safety glasses EN 166 (clear lens, anti-fog)",
                        "null null ear muffs, at least 27 dB SNR",
                        "3 C62 Flux stabiliser for time machines");
        assertThat(found.items()).extracting(Item::lineNo).containsExactly(1, 2, 3, 4, 5);
        assertThat(found.items()).extracting(Item::lot).containsOnly("1");
        assertThat(found.client()).isEqualTo("Harbour Works");
        assertThat(found.deadline()).isEqualTo(LocalDate.of(2030, 5, 31));
        assertThat(found.currency()).isNull();
        assertThat(found.projectValue()).isNull();
        assertThat(found.warnings()).containsExactly(new Warning("quantity.missing", 4));
    }

    @Test
    void everyItemIsTheTextOfItsSpan() throws UnreadableFile {
        var document = RfpFile.read(EXAMPLE.getBytes(StandardCharsets.UTF_8));

        var found = extractor.extract(document);

        assertThat(found.items()).allSatisfy(item -> assertThat(document.content()
                        .substring(item.span().start(), item.span().end()))
                .isEqualTo(item.rawText()));
        assertThat(found.items().get(2).rawText())
                .isEqualTo("3. safety glasses EN 166, qty: 4 box\n   (clear lens, anti-fog)");
        assertThat(found.items().get(2).span().row()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No;Description;Qty;Unit | 1;Nitrile glove;25;pcs",
                "Pos;Bezeichnung;Menge;Einheit | 1;Nitrile glove;25;Stück",
                "N°;Désignation;Quantité;Unité | 1;Nitrile glove;25;pièces",
                "Nº;Descripción;Cantidad;Unidad | 1;Nitrile glove;25;uds",
                "№ п/п;Наименование;Кол-во;Ед. изм. | 1;Nitrile glove;25;шт",
                "Р. бр.;Назив;Количина;Јединица мере | 1;Nitrile glove;25;ком",
                "Реден број;Опис;Количина;Единица мерка | 1;Nitrile glove;25;бр",
                "رقم;الوصف;الكمية;الوحدة | ١;Nitrile glove;٢٥;قطعة",
                "Item;Qty;UoM | Nitrile glove;25;ea",
                "Item;Description;Quantity / الكمية;Unit | 1;Nitrile glove;25;pcs"
            })
    void recognisesHeadersInEightLanguages(String header, String row) {
        assertThat(shown(extract(header + "\n" + row))).containsExactly("25 C62 Nitrile glove");
    }

    @Test
    void readsSeparatedValuesWithQuotesBrandAndArticleNumber() {
        var found = extract("""
                Item,Part number,Brand,Description,Specification,Qty,Unit
                1,GL-400-L,Handora,"Glove, nitrile ""blue\""
                ",size L,"1,000",pcs
                2,,,Ear muffs,27 dB SNR,,
                Total,,,,,1000,
                """);

        assertThat(shown(found))
                .containsExactly("1000 C62 Glove, nitrile \"blue\", size L", "null null Ear muffs, 27 dB SNR");
        assertThat(found.items().get(0).mpn()).isEqualTo("GL-400-L");
        assertThat(found.items().get(0).brand()).isEqualTo("Handora");
        assertThat(found.items().get(1).constraints()).hasSize(1);
    }

    @Test
    void readsMarkdownTablesAndTheListBelowThem() {
        var found = extract("""
                # Request
                ## Lot A
                | No | Description | Qty |
                |----|:-----------:|----:|
                | 1 | Claw hammer | 4 pcs |
                | 2 | Tape measure 5 m | 6 |

                ## Lot B
                - 3 x spirit level 600 mm
                * 12 rolls duct tape
                """);

        assertThat(shown(found))
                .containsExactly(
                        "4 C62 Claw hammer",
                        "6 null Tape measure 5 m",
                        "3 null spirit level 600 mm",
                        "12 RO duct tape");
        assertThat(found.items()).extracting(Item::lot).containsExactly("A", "A", "B", "B");
    }

    @Test
    void readsColumnsMadeOfBlanksAndJoinsTheirSecondLines() {
        var found = extract("""
                Pos   Description                   Qty   Unit
                1     Angle grinder 125 mm          10    pcs
                      with side handle
                2     Safety helmet white           25    pcs
                Page 1 of 2
                Pos   Description                   Qty   Unit
                3     Ear muffs                     8     pcs

                Best regards
                John Smith, 2 boxes
                """);

        assertThat(shown(found))
                .containsExactly(
                        "10 C62 Angle grinder 125 mm with side handle",
                        "25 C62 Safety helmet white",
                        "8 C62 Ear muffs",
                        "2 BX John Smith");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear Sirs, please quote for the 5 items below within 10 days.",
                "Page 3 of 12",
                "- 3 -",
                "3/12",
                "Total: 25 pcs",
                "Итого: 25 шт",
                "المجموع ٢٥ قطعة",
                "Gesamt 12 Stück",
                "Signature: ______ 2 pcs",
                "Delivery: 4 weeks",
                "Subject: 25 pcs gloves",
                "Thank you for 3 pcs",
                "Lot 2",
                "1. Prices must be valid for 60 days."
            })
    void whatIsNoItemDoesNotCount(String line) {
        var found = extract(line);

        assertThat(found.items()).isEmpty();
        assertThat(found.warnings()).containsExactly(new Warning(Extraction.NO_LINES, null));
    }

    @Test
    void readsUnmarkedAndArabicLines() {
        assertThat(shown(extract("""
                        We need the following

                        Nitrile gloves size L, 25 boxes
                        4 boxes of 50 ear plugs

                        ١. قفازات نتريل - ٥٠ علبة
                        ٢. خوذة سلامة العدد: ٨
                        """)))
                .containsExactly(
                        "25 BX Nitrile gloves size L", "4 BX ear plugs", "50 BX قفازات نتريل", "8 null خوذة سلامة");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deadline: 31.05.2030 | 2030-05-31",
                "Closing date: 31/05/2030 | 2030-05-31",
                "Due date: 05/31/2030 | 2030-05-31",
                "Deadline: 05/06/2030 |",
                "Abgabefrist: 31. Mai 2030 | 2030-05-31",
                "Date limite : 31 mai 2030 | 2030-05-31",
                "Fecha límite: 31 de mayo de 2030 | 2030-05-31",
                "Срок подачи: 31 мая 2030 г. | 2030-05-31",
                "آخر موعد: ٣١ مايو ٢٠٣٠ | 2030-05-31",
                "Deadline: May 31st, 2030 | 2030-05-31",
                "Deadline: soon |",
                "Deadline: 2030-02-30 |"
            })
    void readsTheDeadlineButGuessesNone(String line, LocalDate deadline) {
        assertThat(extract(line).deadline()).isEqualTo(deadline);
    }

    @Test
    void readsCurrencyAndProjectValue() {
        var found = extract("Заказчик: ООО Урал\nCurrency: EUR\nProject value: 25.000,50 EUR\n1. Hammer - 2 pcs");

        assertThat(found.client()).isEqualTo("ООО Урал");
        assertThat(found.currency()).isEqualTo("EUR");
        assertThat(found.projectValue()).isEqualTo(new BigDecimal("25000.50"));
    }

    @Test
    void theDocumentsHabitReadsItsThousands() {
        assertThat(shown(extract("1. Schrauben - 1.000 Stück\n2. Kabel 2,5 mm2 - 12,5 m")))
                .containsExactly("1000 C62 Schrauben", "12.5 MTR Kabel 2,5 mm2");
        var unknown = extract("1. Schrauben - 1.000 Stück");
        assertThat(unknown.items().get(0).amount()).isNull();
        assertThat(unknown.warnings()).containsExactly(new Warning("quantity.ambiguous", 1));
    }

    @Test
    void lettersMarkItemsToo() {
        assertThat(shown(extract("a) Hammer\nb) Saw 3 pcs"))).containsExactly("null null Hammer", "3 C62 Saw");
    }

    @Test
    void takesFiveThousandItemsAndNoMore() {
        var text = new StringBuilder();
        for (var i = 1; i <= 5_000; i++) {
            text.append(i).append(". Hex bolt M8 - ").append(i).append(" pcs\n");
        }

        assertThat(extract(text.toString()).items()).hasSize(5_000);
        text.append("5001. Hex bolt M8 - 1 pcs\n");
        assertThatThrownBy(() -> extractor.extract(RfpFile.read(text.toString().getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("rfp.too_many_lines");
    }
}
