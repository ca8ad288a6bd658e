package org.quartermaster.equipment.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.ReplayCommand;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class ReplayTest {
    private final TestTenant tenant = TestTenant.create();

    private String create(String name) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"" + name + "\",\"equipment_type\":\"pump\"}")
                .post("/api/v1/equipment")
                .then()
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    private List<String> find(String sql) throws SQLException {
        try (var connection = LocalServers.adminConnection("equipment");
                var query = connection.prepareStatement(sql)) {
            query.setString(1, tenant.id());
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }

    @Test
    void currentPublishesEveryMachineThatThereIsAndLeavesNoAudit() throws Exception {
        var kept = create("kept");
        var deleted = create("deleted");
        tenant.manager().delete("/api/v1/equipment/" + deleted).then().statusCode(204);

        var printed = ReplayCommand.run("equipment", "--current");

        assertThat(printed).contains("succeeded");
        assertThat(find("select entity_id from platform.outbox where tenant_id = ? and subject like '%.snapshot'"))
                .containsExactly(kept);
        assertThat(find("select action from equipment_audit where tenant_id = ? and entity = 'equipment' order by at"))
                .containsExactly("created", "created", "deleted");
    }

    @Test
    void fromPublishesTheEventsSinceThenOnceMore() throws Exception {
        create("one");
        var published = "select replays from platform.outbox where tenant_id = ? and published_at is not null";
        await("the event").until(() -> find(published).equals(List.of("0")));

        var printed = ReplayCommand.run("equipment", "--from", "2020-01-01T00:00:00Z");

        assertThat(printed).contains("will be published again");
        await("the event again").until(() -> find(published).equals(List.of("1")));
    }
}
