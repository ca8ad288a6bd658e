package org.quartermaster.procurement.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.alert.Frequency;
import org.quartermaster.procurement.mail.Mail;

/** What mails about matches say. */
class MailsTest {
    private static final Mails.Recipient ANA =
            new Mails.Recipient("ana@example.com", "https://example.com/unsubscribe?code=c");

    private static List<Item> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> item("tender-" + n + ".", n % 2 == 0))
                .toList();
    }

    private static Item item(String tender, boolean isNew) {
        return new Item(UUID.randomUUID(), tender, "=Title", null, "A (keywords.any)", isNew, null);
    }

    private static Mail digest(List<Item> items, List<Item> closing) {
        return Mails.digest("d1", Frequency.DAILY, items, closing, ANA);
    }

    private static String csv(Mail mail) {
        return new String(mail.attachments().getOrDefault("tenders.csv", new byte[0]), StandardCharsets.UTF_8);
    }

    @Test
    void everyItemIsThereOnceTheFirst500InTheMailAndTheRestInItsFile() {
        var items = items(503);

        var mail = digest(items, List.of());

        assertThat(items).allSatisfy(item -> {
            assertThat(mail.text() + csv(mail)).containsOnlyOnce(item.tenderId());
            assertThat(mail.html() + csv(mail)).containsOnlyOnce(item.tenderId());
        });
        assertThat(csv(mail).lines()).hasSize(1 + 3);
        assertThat(mail.text()).contains("3 more in the attached file");
    }

    @Test
    void fiveHundredNeedNoFile() {
        assertThat(digest(items(500), List.of()).attachments()).isEmpty();
    }

    @Test
    void aSpreadsheetRunsNothingOfTheFile() {
        assertThat(csv(digest(items(501), List.of()))).contains("'=Title").doesNotContain(",=Title");
    }

    @Test
    void newAndChangedAndClosingStandApartWithTheirReasons() {
        var mail = digest(List.of(item("new-1", true), item("changed-1", false)), List.of(item("closing-1", false)));

        assertThat(mail.text())
                .containsSubsequence(
                        "New\n", "new-1", "Changed\n", "changed-1", "Closing within seven days\n", "closing-1")
                .contains("Because of A (keywords.any)");
        assertThat(mail.subject()).isEqualTo("Today: 2 tenders");
    }

    @Test
    void markupOfATitleIsTextInTheHtml() {
        var item = new Item(UUID.randomUUID(), "t", "<script>alert(1)</script>", null, "", true, null);

        assertThat(digest(List.of(item), List.of()).html())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
        assertThat(Mails.instant(item, ANA).html()).doesNotContain("<script>");
    }

    @Test
    void aMailNamesTheWayOutForProgramsAndPeople() {
        var mail = digest(items(1), List.of());

        assertThat(mail.headers())
                .containsEntry("List-Unsubscribe", "<https://example.com/unsubscribe?code=c>")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        assertThat(mail.text()).contains(ANA.unsubscribe());
    }
}
