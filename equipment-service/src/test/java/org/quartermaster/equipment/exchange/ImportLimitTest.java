package org.quartermaster.equipment.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.equipment.access.Strict;
import org.quartermaster.platform.testing.TestTenant;

/** The largest file for a job is what is configured (here 2 MiB), and not what the endpoint says. */
@EquipmentTest
@TestProfile(Strict.class)
class ImportLimitTest {
    private static int post(int bytes) {
        return TestTenant.create()
                .manager()
                .contentType("text/csv")
                .body(new byte[bytes])
                .post("/api/v1/equipment/import?mode=create")
                .statusCode();
    }

    @Test
    void aFileAboveTheLimitIsRefusedAndOneBelowIsTaken() {
        assertThat(post(3 << 20)).isEqualTo(413);
        assertThat(post((2 << 20) - 1)).isEqualTo(202);
    }
}
