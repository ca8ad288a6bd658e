package org.quartermaster.catalog.rfp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;

/** What others are told of a request on its way. */
@CatalogTest
class RfpEventTest {
    private final Shop shop = Shop.open();

    @Test
    void itIsReceivedAnalyzedAndClosed() {
        var path = TestRfp.analyzed(shop.tenant(), "Client: Ann\n1. helmet - 2 pcs");
        shop.tenant().as("operator").post(path + "/close").then().statusCode(200);

        for (var verb : List.of("received", "analyzed", "closed")) {
            assertThat(shop.events("rfp." + verb)).as(verb).isEqualTo(1);
        }
        assertThat(shop.event("rfp.analyzed").at("/counts/no_match").intValue()).isEqualTo(1);
        assertThat(shop.event("rfp.closed").get("client_name").asText()).isEqualTo("Ann");
        assertThat(shop.value("select count(*) from catalog.activitylog where entity_type = 'rfp'"))
                .isNotEqualTo("0");
    }

    @Test
    void oneThatCannotBeReadSaysWhy() {
        var path = TestRfp.upload(shop.tenant(), "blank.txt", " \n ".getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .extract()
                .header("Location");
        TestRfp.ended(shop.tenant(), path).body("analysis_status", is("failed"));

        assertThat(shop.event("rfp.failed").get("failure_code").asText()).isEqualTo("rfp.no_text");
        assertThat(shop.events("rfp.analyzed")).isZero();
    }
}
