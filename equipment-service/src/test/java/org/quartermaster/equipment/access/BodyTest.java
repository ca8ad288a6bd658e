package org.quartermaster.equipment.access;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

/** Bodies that are too large, too deep or broken are refused, and never an error of the service. */
@EquipmentTest
class BodyTest {
    private static final int MEBIBYTE = 1 << 20;

    @TestHTTPResource("/api/v1/equipment")
    URI machines;

    private final TestTenant tenant = TestTenant.create();
    private final HttpClient client = HttpClient.newHttpClient();

    private static byte[] machine(int padding) {
        return """
                {"name":"A","equipment_type":"pump","current_hours":5,"padding":"%s"}""".formatted("x".repeat(padding)).getBytes(UTF_8);
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private HttpResponse<String> send(BodyPublisher body, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(machines)
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> send(BodyPublisher body) throws IOException, InterruptedException {
        return send(body, TestIssuer.shared().token(tenant.id(), "manager"));
    }

    @Test
    void aBodyOfADeclaredLengthBeyondOneMebibyteIsRefused() throws Exception {
        var refused = send(BodyPublishers.ofByteArray(machine(MEBIBYTE)));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("\"code\":\"payload_too_large\"");
        assertThat(send(BodyPublishers.ofByteArray(machine(0))).statusCode()).isEqualTo(201);
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedOnceItHasProvedTooLarge() throws Exception {
        var refused = send(chunked(machine(MEBIBYTE)));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("\"code\":\"payload_too_large\"");
        assertThat(send(chunked(machine(0))).statusCode()).isEqualTo(201);
    }

    @Test
    void aBodyOfALargeButAllowedSizeIsTaken() throws Exception {
        assertThat(send(BodyPublishers.ofByteArray(machine(20_000))).statusCode())
                .isEqualTo(201);
        assertThat(send(chunked(machine(20_000))).statusCode()).isEqualTo(201);
        assertThat(send(chunked(machine(MEBIBYTE - 200))).statusCode()).isEqualTo(201);
    }

    @Test
    void aGiantIsRefusedBeforeItIsSent() throws Exception {
        try (var socket = new Socket(machines.getHost(), machines.getPort())) {
            socket.setSoTimeout(10_000);
            var head = "POST /api/v1/equipment HTTP/1.1\r\nHost: a\r\nContent-Length: " + (1L << 40) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));

            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 413 ")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("\"code\":\"payload_too_large\"");
        }
    }

    @Test
    void aBadTokenIsRefusedBeforeItsBodyIsJudged() throws Exception {
        assertThat(send(BodyPublishers.ofByteArray(machine(2 * MEBIBYTE)), "wrong")
                        .statusCode())
                .isEqualTo(401);
    }

    private static byte[] nested(int depth) {
        return ("{\"name\":\"A\",\"x\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}").getBytes(UTF_8);
    }

    private static Arguments odd(String name, int status, byte[] body) {
        return Arguments.of(name, status, body);
    }

    private static Arguments odd(String name, int status, String body) {
        return odd(name, status, body.getBytes(UTF_8));
    }

    private static String hours(String number) {
        return "{\"name\":\"A\",\"equipment_type\":\"pump\",\"current_hours\":" + number + "}";
    }

    static Stream<Arguments> oddBodies() {
        return Stream.of(
                odd("nested 65 levels deep", 400, nested(65)),
                odd("nested 64 levels deep", 422, nested(64)),
                odd("nested 100,000 levels deep", 400, nested(100_000)),
                odd("an exponent beyond any number", 422, hours("1e999999999")),
                odd("an exponent beyond an integer", 400, hours("1e99999999999")),
                odd("a small exponent", 422, hours("-1e-999999999")),
                odd("a number of 2,000 digits", 400, hours("1".repeat(2_000))),
                odd("not a number", 400, hours("NaN")),
                odd("a member twice", 400, "{\"name\":\"A\",\"name\":\"B\",\"equipment_type\":\"pump\"}"),
                odd("broken UTF-8", 400, new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}),
                odd("overlong UTF-8", 400, new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'}),
                odd("UTF-16", 400, "{\"name\":\"A\"}".getBytes(UTF_16)),
                odd("a byte order mark", 201, "\uFEFF" + hours("5")),
                odd("half a surrogate pair", 422, "{\"name\":\"\\ud800\",\"equipment_type\":\"pump\"}"),
                odd("NUL", 422, "{\"name\":\"a\\u0000\",\"equipment_type\":\"pump\"}"),
                odd("an array", 422, "[]"),
                odd("a text", 422, "\"a\""),
                odd("null", 422, "null"),
                odd("half an object", 400, "{\"name\":"),
                odd("two objects", 400, "{}{}"),
                odd("a comment", 400, "{/* */}"),
                odd("nothing but blanks", 400, "  "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddBodies")
    void anOddBodyIsJudgedAndNeverAnErrorOfTheService(String name, int status, byte[] body) {
        given().auth()
                .oauth2(TestIssuer.shared().token(tenant.id(), "manager"))
                .header("Content-Type", "application/json")
                .body(body)
                .post("/api/v1/equipment")
                .then()
                .statusCode(status)
                .contentType(equalTo(status == 201 ? "application/json" : "application/problem+json"));
    }
}
