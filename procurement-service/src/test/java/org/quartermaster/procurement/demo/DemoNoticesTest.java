package org.quartermaster.procurement.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoNoticesTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);

    private final ObjectMapper json = new ObjectMapper();

    private List<JsonNode> releases() throws IOException {
        var releases = new ArrayList<JsonNode>();
        for (var notices : DemoNotices.ALL) {
            json.readTree(notices.text(FIRST_DAY)).path("releases").forEach(releases::add);
        }
        return releases;
    }

    @Test
    void datesCountFromTheFirstDay() throws IOException {
        var gloves = releases().get(0);

        assertThat(gloves.path("date").asText()).isEqualTo("2026-02-25T08:00:00Z");
        assertThat(gloves.at("/tender/tenderPeriod/endDate").asText()).isEqualTo("2026-03-22T12:00:00Z");
    }

    @Test
    void nothingIsPublishedAfterTheFirstDay() throws IOException {
        assertThat(releases()).hasSize(33).allSatisfy(release -> assertThat(
                        Instant.parse(release.path("date").asText()))
                .isBefore(Instant.parse("2026-03-01T00:00:00Z")));
    }

    @Test
    void tenBuyersWriteInThreeLanguagesAndTwoScripts() throws IOException {
        assertThat(releases().stream()
                        .map(release -> release.at("/buyer/name").asText())
                        .distinct())
                .hasSize(10);
        assertThat(releases().stream()
                        .map(release -> release.path("language").asText())
                        .distinct())
                .containsExactly("mk", "sr", "en");
    }
}
