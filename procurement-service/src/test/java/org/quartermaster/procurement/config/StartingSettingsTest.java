package org.quartermaster.procurement.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** What an installation starts with. */
@ProcurementTest
class StartingSettingsTest {
    private static final String CONFIG = "/api/v1/admin/config";
    private static final String KEY = "retention.fraud_days";

    private final TestOrganization operator = TestOrganization.operator();

    @Inject
    StartingSettings starting;

    private void set(String value) {
        operator.as("admin")
                .contentType(ContentType.JSON)
                .body("{\"value\": " + value + "}")
                .put(CONFIG + "/" + KEY)
                .then()
                .statusCode(200);
    }

    @Test
    void aSettingThatNobodySetStartsAsTheInstallationSaysAndOneThatWasSetStays() {
        starting.write(KEY + "=91; documents.max_mb = 50");
        operator.as("admin")
                .get(CONFIG)
                .then()
                .body("items.find { it.config_key == '" + KEY + "' }.config_value", equalTo(91));

        set("30");
        starting.write(KEY + "=92");

        operator.as("admin")
                .get(CONFIG)
                .then()
                .body("items.find { it.config_key == '" + KEY + "' }.config_value", equalTo(30));
        set("null");
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> starting.write("documents.max_mb=many")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> starting.write("documents.max_mb")).hasMessageContaining("key=value");
    }
}
