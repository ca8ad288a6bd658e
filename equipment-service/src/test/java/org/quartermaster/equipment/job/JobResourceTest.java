package org.quartermaster.equipment.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.quartermaster.platform.testing.Eventually.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class JobResourceTest {
    private static final String PATH = "/api/v1/jobs";
    private static final String SLOW = "{\"steps\":1000,\"pause_ms\":20}";

    @TestHTTPResource(PATH)
    URI jobs;

    private final TestTenant tenant = TestTenant.create();

    private ValidatableResponse get(String id) {
        return tenant.as("operator").get(PATH + "/" + id).then();
    }

    private ValidatableResponse finished(String id) {
        return inState(id, List.of("succeeded", "failed", "cancelled"));
    }

    private ValidatableResponse inState(String id, List<String> states) {
        await("job " + id + " is " + states)
                .until(() -> states.contains(get(id).extract().<String>path("state")));
        return get(id);
    }

    private String output(String id) {
        return tenant.as("operator")
                .get(PATH + "/" + id + "/result")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .asString();
    }

    private static String steps(int count) {
        return IntStream.range(0, count).mapToObj(step -> "step " + step + "\n").collect(Collectors.joining());
    }

    @Test
    void aJobRunsAndShowsProgressResultAndOutput() {
        var id = TestJobs.queue(tenant, StepsKind.NAME, "{\"steps\":3}");

        finished(id)
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("kind", equalTo(StepsKind.NAME))
                .body("state", equalTo("succeeded"))
                .body("progress.done", equalTo(3))
                .body("progress.total", equalTo(3))
                .body("progress.percent", equalTo(100.0f))
                .body("progress.rate", notNullValue())
                .body("result.steps", equalTo(3))
                .body("errors", empty())
                .body("result_url", equalTo(PATH + "/" + id + "/result"))
                .body("finished_at", notNullValue());
        assertThat(output(id)).isEqualTo(steps(3));
    }

    @Test
    void errorsAreCountedAndTheFirstOnesShownInTheLanguageOfTheReader() {
        var id = TestJobs.queue(tenant, StepsKind.NAME, "{\"errors\":250,\"refuse\":true}");

        finished(id)
                .body("state", equalTo("failed"))
                .body("error_count", equalTo(251))
                .body("errors", hasSize(100))
                .body("errors[0].line", equalTo(1))
                .body("errors[0].column", equalTo("year"))
                .body("errors[0].message", equalTo("Must be 1900 or more."));
        tenant.as("operator")
                .header("Accept-Language", "ar")
                .get(PATH + "/" + id)
                .then()
                .body("errors[0].message", equalTo("يجب أن تكون 1900 أو أكثر."));
    }

    @Test
    void aRunningJobIsCancelledAndAFinishedOneIsNot() {
        var id = TestJobs.queue(tenant, StepsKind.NAME, SLOW);
        inState(id, List.of("running"));

        tenant.as("operator").delete(PATH + "/" + id).then().statusCode(200);

        finished(id).body("state", equalTo("cancelled")).body("result", nullValue());
        tenant.as("operator")
                .delete(PATH + "/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("invalid_transition"));
    }

    @Test
    void aTenantThatFillsTheQueueDoesNotHoldUpAnother() {
        var flood = Stream.generate(() -> TestJobs.queue(tenant, StepsKind.NAME, "{\"steps\":100,\"pause_ms\":20}"))
                .limit(8)
                .toList();
        var other = TestTenant.create();
        inState(flood.get(0), List.of("running"));

        var late = TestJobs.queue(other, StepsKind.NAME, "{}");

        await("the job of the other tenant").atMost(Duration.ofSeconds(60)).until(() -> "succeeded"
                .equals(state(other, late)));
        assertThat(state(tenant, flood.get(7))).isEqualTo("queued");
        flood.forEach(id -> tenant.as("operator").delete(PATH + "/" + id));
    }

    private static String state(TestTenant tenant, String id) {
        return tenant.as("operator").get(PATH + "/" + id).then().extract().path("state");
    }

    @Test
    void aWaitingJobIsCancelledAtOnce() {
        var busy = IntStream.range(0, 6)
                .mapToObj(n -> TestJobs.queue(tenant, StepsKind.NAME, SLOW))
                .toList();
        var last = busy.get(5);

        tenant.as("operator")
                .delete(PATH + "/" + last)
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"))
                .body("started_at", nullValue())
                .body("finished_at", notNullValue());

        busy.forEach(open -> tenant.as("operator").delete(PATH + "/" + open));
    }

    private ValidatableResponse order(TestTenant orderer) {
        return orderer.manager()
                .contentType("text/csv")
                .body("name,equipment_type\nA,pump\n")
                .post("/api/v1/equipment/import?mode=create")
                .then();
    }

    @Test
    void aTenantWithTwentyWaitingJobsIsToldToComeBackAndOthersAreNot() {
        var waiting = Stream.generate(() -> TestJobs.queue(tenant, "of-a-newer-replica", "{}"))
                .limit(20)
                .toList();

        order(tenant)
                .statusCode(429)
                .header("Retry-After", "60")
                .body("code", equalTo("too_many_jobs"))
                .body("detail", equalTo("At most 20 jobs may wait at a time; try again when one of them has begun."));
        order(TestTenant.create()).statusCode(202);

        TestJobs.execute("delete from platform.job where job_id = '" + waiting.get(0) + "'");
        order(tenant).statusCode(202);
    }

    @Test
    void aJobWhoseWorkerDiedGoesOnFromItsCheckpoint() {
        var id = TestJobs.abandoned(tenant, StepsKind.NAME, "{\"steps\":4}", 1);

        finished(id).body("state", equalTo("succeeded"));
        assertThat(output(id)).isEqualTo(steps(4));
    }

    @Test
    void aWorkerThatWasTakenForDeadWritesNothingMore() {
        var id = TestJobs.queue(tenant, StepsKind.NAME, "{\"steps\":30,\"pause_ms\":50}");
        await("the first steps").until(() -> get(id).extract().<Integer>path("progress.done") > 2);

        TestJobs.execute("update platform.job set attempt = attempt + 1, lease_until = now() - interval '1 second'"
                + " where job_id = '" + id + "'");

        finished(id).body("state", equalTo("succeeded"));
        assertThat(output(id)).isEqualTo(steps(30));
    }

    @Test
    void whatMustNotBeBegunTwiceFailsWhenItsWorkerDied() {
        var fragile = TestJobs.abandoned(tenant, FragileKind.NAME, "{}", 1);

        await("the end").untilAsserted(() -> tenant.manager()
                .get(PATH + "/" + fragile)
                .then()
                .body("state", equalTo("failed"))
                .body("errors.code", contains("worker_lost")));
    }

    @Test
    void aJobThatKillsItsWorkersIsGivenUp() {
        var id = TestJobs.abandoned(tenant, StepsKind.NAME, "{}", 3);

        finished(id).body("state", equalTo("failed")).body("errors.code", contains("worker_lost"));
    }

    @Test
    void anUnexpectedFailureSaysNothingOfItsInside() {
        var id = TestJobs.abandoned(tenant, StepsKind.NAME, "{\"break\":true}", 2);

        finished(id).body("state", equalTo("failed")).body("errors.code", contains("internal_error"));
    }

    @Test
    void theListShowsOwnJobsNewestFirstAndOnlyThoseOfTheRole() {
        var first = TestJobs.queue(tenant, StepsKind.NAME, "{}");
        var second = TestJobs.queue(tenant, FragileKind.NAME, "{}");
        TestJobs.queue(TestTenant.create(), StepsKind.NAME, "{}");

        tenant.manager().get(PATH).then().statusCode(200).body("items.job_id", contains(second, first));
        tenant.as("operator").get(PATH).then().body("items.job_id", contains(first));
        tenant.as("viewer").get(PATH).then().body("items", empty());
        tenant.manager().get(PATH + "?kind=" + FragileKind.NAME).then().body("items.job_id", contains(second));
        tenant.manager().get(PATH + "?state=asleep").then().statusCode(422);
        tenant.manager().get(PATH + "?page=2").then().statusCode(400);
    }

    @Test
    void theRoleAndTheTenantDecideWhoSeesAJob() {
        var id = TestJobs.queue(tenant, FragileKind.NAME, "{}");
        var other = TestTenant.create().manager();

        tenant.as("operator").get(PATH + "/" + id).then().statusCode(403);
        tenant.as("operator").delete(PATH + "/" + id).then().statusCode(403);
        other.get(PATH + "/" + id).then().statusCode(404).body("code", equalTo("job_not_found"));
        other.get(PATH + "/" + id + "/events").then().statusCode(404);
        other.get(PATH + "/" + id + "/result").then().statusCode(404);
        other.delete(PATH + "/" + id).then().statusCode(404);
    }

    @Test
    void aKnownTagGives304AndAStaleOneKeepsTheJob() {
        var id = TestJobs.queue(tenant, StepsKind.NAME, "{}");
        var tag = finished(id).extract().header("ETag");

        tenant.as("operator")
                .header("If-None-Match", tag)
                .get(PATH + "/" + id)
                .then()
                .statusCode(304);
        tenant.as("operator")
                .header("If-Match", "\"0.x\"")
                .delete(PATH + "/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void progressIsStreamedUntilTheEnd() throws IOException, InterruptedException {
        var id = TestJobs.queue(tenant, StepsKind.NAME, "{\"steps\":20,\"pause_ms\":100}");

        var lines = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(jobs + "/" + id + "/events"))
                                .header(
                                        "Authorization",
                                        "Bearer " + TestIssuer.shared().token(tenant.id(), "operator"))
                                .timeout(Duration.ofSeconds(60))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("data:{"))
                .toList();

        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(lines.get(lines.size() - 1)).contains("\"state\":\"succeeded\"");
    }
}
