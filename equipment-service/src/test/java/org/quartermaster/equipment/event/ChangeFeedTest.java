package org.quartermaster.equipment.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.platform.testing.Eventually.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class ChangeFeedTest {
    @TestHTTPResource("/api/v1/events")
    URI feed;

    private final TestTenant tenant = TestTenant.create();

    private void create(TestTenant owner, String name) {
        owner.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"" + name + "\",\"equipment_type\":\"pump\"}")
                .post("/api/v1/equipment")
                .then()
                .statusCode(201);
    }

    /** Lines of the feed from the given place on; they go on coming. */
    private List<String> listen(String lastEventId) {
        var request = HttpRequest.newBuilder(feed)
                .header("Authorization", "Bearer " + TestIssuer.shared().token(tenant.id(), "viewer"))
                .header("Last-Event-ID", lastEventId)
                .build();
        var lines = new CopyOnWriteArrayList<String>();
        HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
        return lines;
    }

    private static List<String> starting(List<String> lines, String prefix) {
        return lines.stream().filter(line -> line.startsWith(prefix)).toList();
    }

    @Test
    void feedResumesAfterTheLastEventSeenAndShowsNoOtherTenant() {
        create(tenant, "first");
        create(TestTenant.create(), "of somebody else");
        create(tenant, "second");

        var all = listen("0");
        await("two events").until(() -> starting(all, "data:").size() == 2);
        var firstId = starting(all, "id:").get(0).substring(3).strip();
        var rest = listen(firstId);
        create(tenant, "third");

        await("the rest").until(() -> starting(rest, "data:").size() == 2);
        assertThat(starting(rest, "data:").get(0)).contains("\"second\"").doesNotContain("first");
        assertThat(starting(rest, "data:").get(1)).contains("\"third\"");
        assertThat(String.join("", all)).doesNotContain("somebody else");
    }
}
