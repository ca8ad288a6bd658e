package org.quartermaster.procurement.document;

import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static org.apache.http.entity.mime.HttpMultipartMode.BROWSER_COMPATIBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.question.TestTenders;
import org.quartermaster.procurement.usage.Resource;
import org.quartermaster.procurement.usage.TestUsage;

/** Documents of tenders, from the upload to the text. */
@ProcurementTest
final class DocumentResourceTest {
    private final TestOrganization operator = TestOrganization.operator();

    @Inject
    SystemConfig config;

    private ValidatableResponse upload(String tender, String name, byte[] content) {
        return operator.as("data-admin")
                .config(RestAssured.config().httpClient(httpClientConfig().httpMultipartMode(BROWSER_COMPATIBLE)))
                .contentType("multipart/form-data; charset=UTF-8")
                .multiPart("file", name, content)
                .multiPart("doc_type", "specification")
                .post("/api/v1/tenders/" + tender + "/documents")
                .then();
    }

    private String uploaded(String tender, String name, byte[] content) {
        return upload(tender, name, content).statusCode(201).extract().path("doc_id");
    }

    private ValidatableResponse get(String path) {
        return operator.as("viewer").get("/api/v1/documents/" + path).then();
    }

    private void awaitStatus(String id, String status) {
        await("text of " + id).untilAsserted(() -> get(id).body("extraction_status", equalTo(status)));
    }

    private static long blobs(String key) throws SQLException {
        try (var connection = ProcurementDatabase.system()) {
            var sql = "select count(*) from procurement.document_blobs where encode(sha256, 'hex') = ?";
            return Sql.query(connection, sql, row -> row.getLong(1), key).get(0);
        }
    }

    private static byte[] unique() {
        return Samples.pdf("Gloves 18141000-9 " + UUID.randomUUID());
    }

    private static void set(String key, Object value) throws SQLException {
        try (var connection = ProcurementDatabase.system()) {
            var sql = "update procurement.system_config set config_value = ? where config_key = ?";
            Sql.update(connection, sql, value.toString(), key);
        }
    }

    /** A document of which only the address is known. */
    private static String published(String tender, String url) throws SQLException {
        var id = UUID.randomUUID();
        try (var connection = ProcurementDatabase.system()) {
            var sql = "insert into procurement.tender_documents (doc_id, tender_id, file_url) values (?, ?, ?)";
            Sql.update(connection, sql, id, tender, url);
        }
        return id.toString();
    }

    @Test
    void eachReadingOfATextIsCounted() throws SQLException {
        var usage = new TestUsage(operator.tenant());
        var id = uploaded(TestTenders.insert("Gloves", null), "a.pdf", unique());
        awaitStatus(id, "success");
        await("the count").until(() -> usage.counted(Resource.DOCUMENT_EXTRACTION) > 0);
        var before = usage.counted(Resource.DOCUMENT_EXTRACTION);

        operator.as("data-admin")
                .post("/api/v1/documents/" + id + "/extract")
                .then()
                .statusCode(202);

        await("one more").until(() -> usage.counted(Resource.DOCUMENT_EXTRACTION) > before);
    }

    @Test
    void aDocumentIsFetchedFromItsPublisherOnlyWhereThatIsAllowed() throws Exception {
        var publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publisher.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("Leather gloves".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        publisher.start();
        var address = "http://127.0.0.1:" + publisher.getAddress().getPort() + "/notice.txt";
        var id = published(TestTenders.insert("Gloves", null), address);
        try {
            operator.as("data-admin")
                    .post("/api/v1/documents/" + id + "/extract")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("document_content_missing"));

            set("webhooks.allow_private", true);
            set("documents.fetch", true);
            await("the setting").until(() -> config.flag("documents.fetch") && config.flag("webhooks.allow_private"));
            operator.as("data-admin")
                    .post("/api/v1/documents/" + id + "/extract")
                    .then()
                    .statusCode(202);

            awaitStatus(id, "success");
            get(id + "/text").body(containsString("Leather gloves"));
            get(id + "/content").statusCode(200).body(equalTo("Leather gloves"));
        } finally {
            set("documents.fetch", false);
            publisher.stop(0);
        }
    }

    @Test
    void anUploadIsKeptReadAndGivenBack() throws SQLException {
        var tender = TestTenders.insert("Gloves", null);
        var content = unique();

        var id = upload(tender, "C:\\papers\\Спецификација.docx", content)
                .statusCode(201)
                .header("Location", containsString("/api/v1/documents/"))
                .body("tender_id", equalTo(tender))
                .body("file_name", equalTo("Спецификација.docx"))
                .body("doc_type", equalTo("specification"))
                .body("file_size_bytes", equalTo(content.length))
                .body("$", not(org.hamcrest.Matchers.hasKey("file_path")))
                .extract()
                .<String>path("doc_id");

        awaitStatus(id, "success");
        get(id).body("mime_type", equalTo("application/pdf")).body("page_count", equalTo(1));
        get(id + "/text").statusCode(200).body(containsString("Gloves 18141000-9"));
        var back = operator.as("viewer").get("/api/v1/documents/" + id + "/content");
        assertThat(back.asByteArray()).isEqualTo(content);
        assertThat(back.header("Content-Disposition")).startsWith("attachment; filename*=UTF-8''%D0%A1");
        operator.as("viewer")
                .get("/api/v1/tenders/" + tender + "/documents")
                .then()
                .body("items", hasSize(1))
                .body("items[0].doc_id", equalTo(id));
    }

    @Test
    void codesInTheTextAreKeptForSuggestions() throws SQLException {
        var id = uploaded(TestTenders.insert("Gloves", null), "a.pdf", unique());

        awaitStatus(id, "success");

        try (var connection = ProcurementDatabase.system()) {
            var sql = "select found_cpv[1] from procurement.tender_documents where doc_id = ?";
            assertThat(Sql.query(connection, sql, row -> row.getString(1), UUID.fromString(id)))
                    .containsExactly("18141000-9");
        }
    }

    @Test
    void oneContentIsKeptOnceUntilItsLastDocumentGoes() throws SQLException {
        var tender = TestTenders.insert("Gloves", null);
        var content = new byte[(1 << 20) + 10];
        new java.util.Random().nextBytes(content);
        var key = org.quartermaster.platform.security.Sha256.hex(content);

        var first = uploaded(tender, "a.bin", content);
        var second = uploaded(tender, "b.bin", content);
        assertThat(blobs(key)).isEqualTo(2);
        assertThat(operator.as("viewer")
                        .get("/api/v1/documents/" + second + "/content")
                        .asByteArray())
                .isEqualTo(content);

        operator.as("data-admin").delete("/api/v1/documents/" + first).then().statusCode(204);
        assertThat(blobs(key)).isEqualTo(2);
        operator.as("data-admin").delete("/api/v1/documents/" + second).then().statusCode(204);
        assertThat(blobs(key)).isZero();
        get(second).statusCode(404).body("code", equalTo("document_not_found"));
    }

    @Test
    void aBombFailsWithItsReason() throws SQLException {
        var id = uploaded(TestTenders.insert("Gloves", null), "a.docx", Samples.bomb());

        awaitStatus(id, "failed");
        get(id).body("extraction_error", equalTo("zip_bomb"));
        get(id + "/text").statusCode(404).body("code", equalTo("document_text_missing"));
    }

    @Test
    void aTextCanBeReadAgain() throws SQLException {
        var id = uploaded(TestTenders.insert("Gloves", null), "a.pdf", unique());
        awaitStatus(id, "success");

        var job = operator.as("data-admin")
                .post("/api/v1/documents/" + id + "/extract")
                .then()
                .statusCode(202)
                .body("job_id", notNullValue())
                .extract()
                .<String>path("job_id");

        await("job " + job).untilAsserted(() -> operator.as("data-admin")
                .get("/api/v1/jobs/" + job)
                .then()
                .body("state", equalTo("succeeded"))
                .body("result.extraction_status", equalTo("success")));
    }

    @Test
    void theTextOfADocumentIsCutIntoPassages() throws SQLException {
        var tender = TestTenders.insert("Gloves", null);
        TestTenders.awaitPassages(tender, 1);

        var id = uploaded(
                tender, "a.txt", ("word " + UUID.randomUUID() + " ").repeat(300).getBytes(StandardCharsets.UTF_8));

        TestTenders.awaitPassages(tender, 3);
        operator.as("data-admin").delete("/api/v1/documents/" + id).then().statusCode(204);
        assertThat(TestTenders.passages(tender)).isEqualTo(1);
    }

    @Test
    void aKeyMakesOneDocumentOfTwoRequests() throws SQLException {
        var tender = TestTenders.insert("Gloves", null);
        var key = UUID.randomUUID().toString();
        var content = unique();

        for (var i = 0; i < 2; i++) {
            operator.as("data-admin")
                    .header("Idempotency-Key", key)
                    .multiPart("file", "a.pdf", content)
                    .post("/api/v1/tenders/" + tender + "/documents")
                    .then()
                    .statusCode(201);
        }

        operator.as("viewer")
                .get("/api/v1/tenders/" + tender + "/documents")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void onlyADataAdminAddsAndDeletes() throws SQLException {
        var tender = TestTenders.insert("Gloves", null);

        operator.as("admin")
                .multiPart("file", "a.txt", new byte[] {'a'})
                .post("/api/v1/tenders/" + tender + "/documents")
                .then()
                .statusCode(403);
        operator.as("admin")
                .delete("/api/v1/documents/" + UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsNoUploadIsRefused() throws SQLException {
        var tender = TestTenders.insert("Gloves", null);

        upload("no-such-tender", "a.txt", new byte[] {'a'}).statusCode(404).body("code", equalTo("tender_not_found"));
        upload(tender, "a.txt", new byte[0]).statusCode(422).body("errors[0].code", equalTo("empty_file"));
        operator.as("data-admin")
                .contentType("text/plain")
                .body("a")
                .post("/api/v1/tenders/" + tender + "/documents")
                .then()
                .statusCode(415);
        get("no-id").statusCode(404);
        operator.as("viewer")
                .get("/api/v1/tenders/" + tender + "/documents?color=red")
                .then()
                .statusCode(400);
    }

    @Test
    void whatIsLargerThanTheSettingAllowsIsRefused() throws SQLException {
        var tender = TestTenders.insert("Gloves", null);
        set("documents.max_mb", 1);
        try {
            await("the setting").until(() -> config.integer("documents.max_mb") == 1);

            upload(tender, "a.txt", new byte[(1 << 20) + 1]).statusCode(413);
            upload(tender, "b.txt", "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8))
                    .statusCode(201);
        } finally {
            set("documents.max_mb", 50);
        }
        await("the setting").until(() -> config.integer("documents.max_mb") == 50);
    }
}
